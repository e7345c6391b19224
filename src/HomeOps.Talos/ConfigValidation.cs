using HomeOps.Talos.Generating;
using HomeOps.Talos.Inputs;
using HomeOps.Talos.Talconfig;
using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>Checks a talconfig.yaml or a machine config, without writing anything and without a cluster (talos.md 1.9 and 2.3).</summary>
public static class ConfigValidation
{
    /// <summary>
    /// Checks a talconfig.yaml by its own rules and, when these find no error, the config of every node that comes of it: patches are
    /// applied, and what Talos would refuse is placed where its cause is. Secrets are not needed.
    /// </summary>
    public static IReadOnlyList<Diagnostic> OfTalconfig(GenConfigInput input) =>
        GenConfig
            .Run(
                input with
                {
                    Secrets = SecretsBundle.StandIn,
                    Options = input.Options with { OmitTalosconfig = true },
                }
            )
            .Diagnostics;

    /// <summary>
    /// Checks a talconfig.yaml by its own rules with variables left as they stand: no env file is read, no patch applied.
    /// </summary>
    public static IReadOnlyList<Diagnostic> OfTalconfigAsWritten(GenConfigInput input)
    {
        var diagnostics = new DiagnosticBag();
        var files = new InputFiles(input.Files, input.Folder, input.Keys, diagnostics);
        if (files.TryRead(input.ConfigFile) is not { } source)
        {
            diagnostics.Add(TalosDiagnostics.TalconfigMissing(files.Place(input.ConfigFile)));
        }
        else if (TalconfigFile.Read(source, variables: null, diagnostics) is { } talconfig)
        {
            TalconfigRules.Check(talconfig, diagnostics);
        }

        return [.. diagnostics.Ordered().Select(files.Hidden.Hide)];
    }

    /// <summary>Checks a machine config as Talos does before it is applied.</summary>
    /// <param name="source">Its text, with secrets; lines that may hold one are not shown in findings.</param>
    /// <param name="mode">Where the machine runs.</param>
    public static IReadOnlyList<Diagnostic> OfMachineConfig(SourceText source, TalosMode mode)
    {
        var (config, findings) = MachineConfig.Read(source);
        var diagnostics = new DiagnosticBag();
        diagnostics.AddRange(findings);
        if (!diagnostics.HasErrors)
        {
            var name = config.Find("HostnameConfig")?.Value.Text("hostname") is { Length: > 0 } given
                ? given
                : Path.GetFileNameWithoutExtension(source.Path);
            var contract = Contract(config);
            ConfigRules.Check(config, name, Location.OfFile(source.Path), contract, mode, diagnostics);
        }

        return [.. diagnostics.Ordered().Select(new HiddenValues().Hide)];
    }

    // A config does not say its version; what moved to documents of its own does.
    private static VersionContract Contract(MachineConfig config)
    {
        var newest = config.Documents.Select(static d => d.KindType.Since).DefaultIfEmpty(1).Max();
        return new VersionContract(Math.Max(newest, config.Find("HostnameConfig") is null ? 11 : 12));
    }
}
