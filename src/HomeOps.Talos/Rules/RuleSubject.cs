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
    public ConfigStruct? Machine { get; } = Main.Struct("machine");

    public ConfigStruct? Cluster { get; } = Main.Struct("cluster");

    public bool IsControlPlane => Machine?.Text("type") is "controlplane" or "init";

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

    public void Report(Diagnostic finding) => Findings.Add(finding);

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<ConfigScalar> Scalars(ConfigStruct? owner, string key) =>
        owner?.List(key).OfType<ConfigScalar>() ?? [];

    /// <summary>The structs of a list.</summary>
    public static IEnumerable<ConfigStruct> Structs(ConfigStruct? owner, string key) =>
        owner?.List(key).OfType<ConfigStruct>() ?? [];
}
