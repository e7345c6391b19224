using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace HomeOps.Benchmarks.Pages;

/// <summary>The Liquid templates of the chain as Fluid wants them.</summary>
internal sealed class LiquidFiles : IFileProvider
{
    public IFileInfo GetFileInfo(string subpath)
    {
        var name = Path.GetFileNameWithoutExtension(subpath);
        return ChainTemplates.Liquid.TryGetValue(name, out var text)
            ? new LiquidFile(name, Encoding.UTF8.GetBytes(text))
            : new NotFoundFileInfo(name);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class LiquidFile(string name, byte[] content) : IFileInfo
    {
        public bool Exists => true;

        public long Length => content.Length;

        public string? PhysicalPath => null;

        public string Name => name;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(content, writable: false);
    }
}
