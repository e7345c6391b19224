using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;
using HomeOps.Talos.Rules;
using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>What Talos itself checks of a whole config, each finding at the patch or key that caused it.</summary>
internal static class ConfigRules
{
    private static readonly string[] LinkKinds =
    [
        "BondConfig",
        "BridgeConfig",
        "VLANConfig",
        "WireguardConfig",
        "DummyLinkConfig",
        "VRFConfig",
        "VethConfig",
        "LinkConfig",
    ];

    private static readonly (string[] Path, string[] Other)[] Exclusives =
    [
        (["machine", "install", "extraKernelArgs"], ["machine", "install", "grubUseUKICmdline"]),
        (["cluster", "etcd", "subnet"], ["cluster", "etcd", "advertisedSubnets"]),
        (["machine", "install", "disk"], ["machine", "install", "diskSelector"]),
    ];

    /// <summary>Checks a config.</summary>
    /// <param name="config">The config.</param>
    /// <param name="node">What the machine is called in findings.</param>
    /// <param name="place">Where a finding stands about a key that nobody wrote.</param>
    /// <param name="contract">What its Talos version knows.</param>
    /// <param name="mode">Where it runs.</param>
    /// <param name="diagnostics">Where findings go.</param>
    public static void Check(
        MachineConfig config,
        string node,
        Location? place,
        VersionContract contract,
        TalosMode mode,
        DiagnosticBag diagnostics
    )
    {
        CheckDocuments(config, node, contract, diagnostics);
        if (config.Main?.Value is not { } main)
        {
            diagnostics.Add(TalosDiagnostics.NoMainDocument(place));
            return;
        }

        var subject = new RuleSubject(main, node, place, diagnostics) { Removed = config.Removed };
        MachineRules.Check(subject);
        NetworkRules.Check(subject);
        ClusterRules.Check(subject, contract.HasKubernetesDocuments);
        if (mode == TalosMode.Metal && !contract.HasKubernetesDocuments)
        {
            MachineRules.CheckInstallation(subject);
        }

        MigrationRules.Check(config, subject, contract);
        foreach (var (first, second) in Exclusives)
        {
            if (IsSet(main, first) is { } one && IsSet(main, second) is { } other)
            {
                diagnostics.Add(TalosDiagnostics.Exclusive(Join(first), Join(second), node, subject.At(other, one)));
            }
        }

        CheckKeys(subject, contract);
    }

    private static void CheckDocuments(
        MachineConfig config,
        string node,
        VersionContract contract,
        DiagnosticBag diagnostics
    )
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in config.Documents)
        {
            if (document.KindType.Since > contract.Minor)
            {
                diagnostics.Add(
                    TalosDiagnostics.KindTooNew(document.Kind, document.KindType.Since, node, document.Origin)
                );
            }

            if (LinkKinds.Contains(document.Kind) && !links.TryAdd(document.Name, document.Kind))
            {
                diagnostics.Add(
                    TalosDiagnostics.ConflictingLinks(
                        document.Name,
                        links[document.Name],
                        document.Kind,
                        document.Origin
                    )
                );
            }
        }
    }

    private static void CheckKeys(RuleSubject subject, VersionContract contract)
    {
        string[][] keys = contract.HasKubernetesDocuments
            ?
            [
                ["machine", "ca", "key"],
                ["cluster", "etcd", "ca", "key"],
            ]
            :
            [
                ["machine", "ca", "key"],
                ["cluster", "ca", "key"],
                ["cluster", "etcd", "ca", "key"],
            ];
        foreach (var path in keys)
        {
            var value = IsSet(subject.Main, path);
            if (subject.IsWorker && value is not null)
            {
                subject.Report(TalosDiagnostics.WorkerHoldsKey(Join(path), subject.Name, subject.At(value)));
            }
            else if (subject.IsControlPlane && value is null)
            {
                subject.Report(
                    TalosDiagnostics.ControlPlaneLacksKey(
                        Join(path),
                        subject.Name,
                        subject.Missing(Join(path), Find(subject.Main, path))
                    )
                );
            }
        }
    }

    /// <summary>The value at a path when it says something.</summary>
    internal static ConfigValue? IsSet(ConfigStruct main, string[] path) =>
        Find(main, path) is { } value and not (ConfigScalar { IsZero: true } or ConfigList { Items.Count: 0 })
            ? value
            : null;

    private static ConfigValue? Find(ConfigStruct main, string[] path)
    {
        ConfigStruct? at = main;
        for (var i = 0; i < path.Length - 1; i++)
        {
            at = at?.Struct(path[i]);
        }

        return at?[path[^1]];
    }

    private static string Join(string[] path) => string.Join('.', path);
}
