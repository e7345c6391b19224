using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>An encrypted file that a command works on, with the keys at hand.</summary>
internal sealed class SecretsFile : IDisposable
{
    private readonly World world;
    private readonly string path;

    private SecretsFile(World world, string path, SopsFormat format, SopsConfigFile? config)
    {
        this.world = world;
        this.path = path;
        Format = format;
        Config = config;
        Source = InputFile.Source(world, path);
        Keys = new SopsSurroundings(world).Keys(config);
        Context = new SopsContext(world.Random, world.Clock);
    }

    public SopsFormat Format { get; }

    public SourceText Source { get; }

    public SopsConfigFile? Config { get; }

    public SopsKeyRing Keys { get; }

    public SopsContext Context { get; }

    /// <summary>Reads a file and finds the keys; says which of them cannot be used.</summary>
    /// <exception cref="SopsException">The configuration cannot be read.</exception>
    /// <exception cref="IOException">There is no such file.</exception>
    public static SecretsFile Open(World world, string path, string? config, string? type)
    {
        var file = new SecretsFile(
            world,
            path,
            SopsTypes.Format(type, path),
            new SopsSurroundings(world).FindConfig(config)
        );
        new FindingsPrinter(world.Terminal).Print(file.Keys.Diagnostics);
        return file;
    }

    /// <summary>Replaces the file by what an update made of it, unless that is the very same, and says which of the two.</summary>
    public void Write(SopsUpdate update)
    {
        var isNew = update.Kind != SopsUpdateKind.Unchanged;
        if (isNew)
        {
            OutputFile.Write(world.Absolute(path), Encoding.UTF8.GetBytes(update.Text), MemoryFile.PrivateMode);
        }

        world.Terminal.Error.WriteLine($"{path}: {(isNew ? "changed" : "unchanged")}");
    }

    public void Dispose() => Keys.Dispose();
}
