using System.CommandLine;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>
/// Flags of flux-local and flate that workflows contain and that change nothing here: they are taken, and a note says which of them that is
/// (flux.md 1.1, 1.2, 1.6). They are not in the help; docs/flux.md lists them.
/// </summary>
internal sealed class PeerFlags
{
    private const string About = "Taken from command lines of flux-local and flate";

    private static readonly string[] ChartFlags =
    [
        "--enable-helm",
        "--skip-invalid-helm-release-paths",
        "--is-upgrade",
        "--no-hooks",
        "--enable-dns",
        "--skip-schema-validation",
        "--disable-chart-digest-tracking",
    ];

    private static readonly string[] ChartValues =
    [
        "--kube-version",
        "--api-versions",
        "--show-only",
        "--registry-config",
        "--helm-template-cache-mb",
        "--helm-render-cache-mb",
    ];

    private static readonly string[] OtherFlags =
    [
        "--skip-invalid-kustomization-paths",
        "--allow-missing-crds",
        "--force-generic-provider",
        "--restrict-egress",
    ];

    private static readonly string[] OtherValues =
    [
        "--kustomize-build-flags",
        "--kustomize-render-cache-mb",
        "--log-level",
        "--cache-dir",
        "--git-depth",
        "--source-retry-attempts",
        "--source-retry-min-wait",
        "--source-retry-max-wait",
    ];

    private readonly List<Option> charts = [];
    private readonly List<Option> others = [];

    public PeerFlags()
    {
        charts.AddRange(ChartFlags.Select(Flag));
        charts.AddRange(ChartValues.Select(Value));
        charts.Find(static o => o.Name == "--api-versions")?.Aliases.Add("-a");
        charts.Find(static o => o.Name == "--show-only")?.Aliases.Add("-s");
        others.AddRange(OtherFlags.Select(Flag));
        others.AddRange(OtherValues.Select(Value));
        others.Add(Flag("--no-enable-helm"));
    }

    /// <summary>Flags that decide what is printed elsewhere and nothing in this command.</summary>
    public void AddWithoutEffect(params string[] flags) => others.AddRange(flags.Select(Flag));

    public void AddTo(Command command)
    {
        foreach (var option in charts.Concat(others))
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The notes about those that were given.</summary>
    public IReadOnlyCollection<Diagnostic> Notes(ParseResult parsed)
    {
        var notes = new List<Diagnostic>();
        if (Given(parsed, charts) is { Count: > 0 } aboutCharts)
        {
            notes.Add(FluxCommandDiagnostics.ChartFlags(aboutCharts));
        }

        if (Given(parsed, others).Where(static n => n != "--no-enable-helm").ToList() is { Count: > 0 } withoutEffect)
        {
            notes.Add(FluxCommandDiagnostics.FlagsWithoutEffect(withoutEffect));
        }

        return notes;
    }

    private static List<string> Given(ParseResult parsed, List<Option> options) =>
        [.. options.Where(o => parsed.GetResult(o) is { Implicit: false }).Select(static o => o.Name)];

    private static Option Flag(string name) => new Option<bool>(name) { Description = About, Hidden = true };

    private static Option Value(string name) => new Option<string[]>(name) { Description = About, Hidden = true };
}
