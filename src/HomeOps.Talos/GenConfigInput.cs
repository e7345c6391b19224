using HomeOps.Age;
using HomeOps.Files;
using HomeOps.Sops;

namespace HomeOps.Talos;

/// <summary>What configs are generated from.</summary>
public sealed record GenConfigInput
{
    /// <summary>The names under which the secrets are looked for; the last one that is there counts.</summary>
    public static IReadOnlyList<string> UsualSecretFiles { get; } =
    ["talsecret.yaml", "talsecret.sops.yaml", "talsecret.yml", "talsecret.sops.yml"];

    /// <summary>The version of Talos that is meant where none is given.</summary>
    public const string NewestTalos = "v1.13.9";

    /// <summary>The repository, or the folder itself.</summary>
    public required FileTree Files { get; init; }

    /// <summary>The folder of talconfig.yaml in it, e.g. <c>talos</c>; may be empty.</summary>
    public required string Folder { get; init; }

    /// <summary>Where randomness for certificates comes from.</summary>
    public required RandomFill Random { get; init; }

    /// <summary>The time.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The keys that open encrypted files; null when there are none.</summary>
    public SopsKeyRing? Keys { get; init; }

    /// <summary>Variables of the environment; env files overwrite them.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Secrets to use instead of the talsecret file, for checks before there is one.</summary>
    public SecretsBundle? Secrets { get; init; }

    /// <summary>Name of the file in the folder.</summary>
    public string ConfigFile { get; init; } = "talconfig.yaml";

    /// <summary>Env files; those that are there are all read, in this order.</summary>
    public IReadOnlyList<string> EnvFiles { get; init; } =
    ["talenv.yaml", "talenv.sops.yaml", "talenv.yml", "talenv.sops.yml"];

    /// <summary>Names of the talsecret file; the last one that is there counts.</summary>
    public IReadOnlyList<string> SecretFiles { get; init; } = UsualSecretFiles;

    /// <summary>How.</summary>
    public GenConfigOptions Options { get; init; } = new();
}
