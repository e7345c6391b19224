namespace HomeOps.Files;

/// <summary>A path, or a link on its way, leads out of the tree it was given to.</summary>
public sealed class PathEscapeException(string path, string root) : IOException($"'{path}' leads out of '{root}'")
{
    /// <summary>The path that was asked for.</summary>
    public string Path { get; } = path;

    /// <summary>The root it must stay in.</summary>
    public string Root { get; } = root;
}
