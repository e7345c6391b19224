using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>The config a rule looks at.</summary>
/// <param name="Main">Its main document.</param>
/// <param name="Name">What the machine is called in findings.</param>
/// <param name="Place">Where a finding stands about what nobody wrote: the node in talconfig.yaml, or the file.</param>
/// <param name="Findings">Where findings go.</param>
internal sealed record RuleSubject(ConfigStruct Main, string Name, Location? Place, DiagnosticBag Findings)
{
    /// <summary>What patches removed, and where (<see cref="MachineConfig.Removed"/>).</summary>
    public IReadOnlyDictionary<string, Location> Removed { get; init; } = new Dictionary<string, Location>();

    public ConfigStruct? Machine { get; } = Main.Struct("machine");

    public ConfigStruct? Cluster { get; } = Main.Struct("cluster");

    public bool IsControlPlane => Machine?.Text("type") is "controlplane" or "init";

    public bool IsWorker => Machine?.Text("type") == "worker";

    /// <summary>Where a value was written, or else the place of the machine.</summary>
    public Location? At(params ReadOnlySpan<ConfigValue?> values)
    {
        foreach (var value in values)
        {
            if (value?.Origin is { } origin)
            {
                return origin;
            }
        }

        return Place;
    }

    /// <summary>Where a key that is missing was removed, or else the first place of the values, or that of the machine.</summary>
    public Location? Missing(string path, params ReadOnlySpan<ConfigValue?> values)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (Removed.TryGetValue(path[..end], out var place))
            {
                return place;
            }
        }

        return At(values);
    }

    public void Report(Diagnostic finding) => Findings.Add(finding);

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<ConfigScalar> Scalars(ConfigStruct? owner, string key) =>
        owner?.List(key).OfType<ConfigScalar>() ?? [];

    /// <summary>The structs of a list.</summary>
    public static IEnumerable<ConfigStruct> Structs(ConfigStruct? owner, string key) =>
        owner?.List(key).OfType<ConfigStruct>() ?? [];
}
