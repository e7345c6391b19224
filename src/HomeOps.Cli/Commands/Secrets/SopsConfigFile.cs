using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary>A SOPS configuration and the absolute path of the folder it stands in.</summary>
internal sealed record SopsConfigFile(SopsConfig Config, string Folder)
{
    /// <summary>The path that rules are matched with: relative to the configuration's folder, absolute when outside of it.</summary>
    public string RulePath(string absolute) =>
        absolute.StartsWith(Folder.TrimEnd('/') + "/", StringComparison.Ordinal)
            ? absolute[(Folder.TrimEnd('/').Length + 1)..]
            : absolute;
}
