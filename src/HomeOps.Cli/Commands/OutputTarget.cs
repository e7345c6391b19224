using HomeOps.Files;

namespace HomeOps.Cli.Commands;

/// <summary>Where a command's result goes: a file that appears only when it is whole, or standard output.</summary>
internal sealed class OutputTarget : IDisposable
{
    private readonly OutputFile? file;

    private OutputTarget(OutputFile? file, Stream content)
    {
        this.file = file;
        Content = content;
    }

    /// <summary>Where to write.</summary>
    public Stream Content { get; }

    /// <summary>A private file at a path, or standard output when there is no path.</summary>
    public static OutputTarget Open(World world, string? path)
    {
        if (path is null or "-")
        {
            return new OutputTarget(file: null, world.Terminal.OpenOutput());
        }

        var target = new OutputFile(world.Absolute(path), MemoryFile.PrivateMode);
        return new OutputTarget(target, target.Content);
    }

    /// <summary>The content is whole.</summary>
    public void Commit()
    {
        Content.Flush();
        file?.Commit();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        file?.Dispose();
        Content.Dispose();
    }
}
