using HomeOps.Helm.Templates;
using HomeOps.Talos.Generating;
using HomeOps.Talos.Inputs;
using HomeOps.Talos.Model;
using HomeOps.Talos.Nodes;
using HomeOps.Talos.Outputs;
using HomeOps.Talos.Talconfig;
using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>Generates the machine configs of a folder with a talconfig.yaml, and talosconfig.</summary>
public static class GenConfig
{
    /// <summary>The files and the findings. Nothing is written; all mistakes are reported at once.</summary>
    public static GenConfigResult Run(GenConfigInput input)
    {
        var diagnostics = new DiagnosticBag();
        var files = new InputFiles(input.Files, input.Folder, input.Keys, diagnostics);
        var result = Run(input, files, diagnostics);
        return result with
        {
            Diagnostics = [.. result.Diagnostics.Select(files.AsWritten).Select(files.Hidden.Hide)],
            Nodes =
            [
                .. result.Nodes.Select(n => n with { Patched = [.. n.Patched.Select(k => k.Placed(files.AsWritten))] }),
            ],
            Hidden = files.Hidden,
        };
    }

    private static GenConfigResult Run(GenConfigInput input, InputFiles files, DiagnosticBag diagnostics)
    {
        var variables = Variables(input, files, diagnostics);
        var talconfig = ReadTalconfig(input, files, variables, diagnostics);
        var secrets = input.Secrets ?? ReadSecrets(input, files, variables, diagnostics);
        if (secrets is not null && secrets != SecretsBundle.StandIn)
        {
            files.Hidden.Add(secrets);
        }

        if (talconfig is null)
        {
            return new GenConfigResult([], [], diagnostics.Ordered());
        }

        if (secrets is null || diagnostics.HasErrors)
        {
            return new GenConfigResult([], [], diagnostics.Ordered());
        }

        var nodes = Generate(talconfig, files, variables, secrets, input.Options, diagnostics);
        var made = diagnostics.HasErrors
            ? []
            : new OutputFiles(input, talconfig, secrets, files, diagnostics).Make(nodes);
        return new GenConfigResult(diagnostics.HasErrors ? [] : made, nodes, diagnostics.Ordered());
    }

    /// <summary>Reads and checks the talconfig; null when it cannot be read, which is reported.</summary>
    internal static TalconfigFile? ReadTalconfig(GenConfigInput input, InputFiles files, DiagnosticBag diagnostics) =>
        ReadTalconfig(input, files, Variables(input, files, diagnostics), diagnostics);

    /// <summary>Whether a node is the one of that name or address; every node is when none is wanted.</summary>
    internal static bool IsWanted(ConfigStruct node, string wanted) =>
        wanted.Length == 0 || wanted == node.Text("hostname") || OutputFiles.Addresses(node).Contains(wanted);

    private static TalconfigFile? ReadTalconfig(
        GenConfigInput input,
        InputFiles files,
        Variables variables,
        DiagnosticBag diagnostics
    )
    {
        if (files.TryRead(input.ConfigFile) is not { } source)
        {
            diagnostics.Add(TalosDiagnostics.TalconfigMissing(files.Place(input.ConfigFile)));
            return null;
        }

        var talconfig = diagnostics.HasErrors ? null : TalconfigFile.Read(source, variables, diagnostics);
        if (talconfig is not null)
        {
            TalconfigRules.Check(talconfig, diagnostics);
        }

        return talconfig;
    }

    private static Variables Variables(GenConfigInput input, InputFiles files, DiagnosticBag diagnostics)
    {
        var variables = new Variables(input.Environment);
        foreach (var name in input.EnvFiles)
        {
            var source = files.TryRead(name);
            var before = new Dictionary<string, string>(variables.Own, StringComparer.Ordinal);
            if (source is not null && Dotenv.Read(source.Text, variables) is > 0 and var line)
            {
                diagnostics.Add(
                    TalosDiagnostics.EnvLine(line, source.At(source.GetLineSpan(Math.Min(line, source.LineCount))))
                );
            }

            if (source is not null && files.Hidden.HasFile(source.Path))
            {
                foreach (var (key, value) in variables.Own)
                {
                    if ((before.GetValueOrDefault(key) ?? input.Environment.GetValueOrDefault(key)) != value)
                    {
                        files.Hidden.Add(value);
                    }
                }
            }
        }

        return variables;
    }

    private static SecretsBundle? ReadSecrets(
        GenConfigInput input,
        InputFiles files,
        Variables variables,
        DiagnosticBag diagnostics
    )
    {
        var before = diagnostics.Count;
        var source = input.SecretFiles.Reverse().Select(files.TryRead).FirstOrDefault(static s => s is not null);
        if (source is null)
        {
            if (diagnostics.Count == before)
            {
                diagnostics.Add(TalosDiagnostics.SecretsMissing(files.Place(input.SecretFiles[0])));
            }

            return null;
        }

        if (EnvSubst.Expand(source.Text, variables, out var problem) is not { } text)
        {
            diagnostics.Add(TalosDiagnostics.Variable(problem, source.At(0, 0)));
            return null;
        }

        files.Hidden.AddFile(source.Path);
        var (bundle, findings) = SecretsBundle.Read(new SourceText(source.Path, text));
        diagnostics.AddRange(findings);
        return bundle;
    }

    private static List<GeneratedNode> Generate(
        TalconfigFile talconfig,
        InputFiles files,
        Variables variables,
        SecretsBundle secrets,
        GenConfigOptions options,
        DiagnosticBag diagnostics
    )
    {
        var generator = new NodeGenerator(talconfig, files, variables, secrets, options);
        var nodes = new List<GeneratedNode>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in talconfig.Nodes)
        {
            var addresses = OutputFiles.Addresses(node);
            if (!IsWanted(node, options.Node))
            {
                continue;
            }

            var (config, patched) = generator.Generate(node, diagnostics);
            ConfigRules.Check(
                config,
                node.Text("hostname"),
                node["hostname"]?.Origin ?? node.Origin,
                VersionContract.Parse(talconfig.TalosVersion) ?? VersionContract.Newest,
                options.Mode,
                diagnostics
            );
            var name = FileName(talconfig, node, diagnostics);
            if (!names.Add(name))
            {
                diagnostics.Add(TalosDiagnostics.DuplicateFile(name, node.Origin));
            }

            var isControlPlane = node.Bool("controlPlane") == true;
            nodes.Add(new GeneratedNode(node.Text("hostname"), addresses, isControlPlane, name, config, patched));
        }

        if (nodes.Count == 0 && options.Node.Length > 0)
        {
            diagnostics.Add(TalosDiagnostics.UnknownNode(options.Node, talconfig.Root["nodes"]?.Origin));
        }

        return nodes;
    }

    private static string FileName(TalconfigFile talconfig, ConfigStruct node, DiagnosticBag diagnostics)
    {
        var template = node.Text("filenameTmpl") is { Length: > 0 } given
            ? given
            : "{{ .ClusterName }}-{{ .Hostname }}.yaml";
        var fields = new TemplateFields(
            ("ClusterName", talconfig.Text("clusterName")),
            ("Hostname", node.Text("hostname")),
            ("IPAddress", node.Text("ipAddress")),
            ("Role", node.Bool("controlPlane") == true ? "controlplane" : "worker")
        );
        var name = GoTemplate.Render(template, fields, out var problem);
        if (name is { Length: > 0 } and not ("." or "..") && name.AsSpan().IndexOfAny('/', '\n', '\0') < 0)
        {
            return name;
        }

        diagnostics.Add(
            TalosDiagnostics.FileNameTemplate(
                name ?? template,
                problem?.Reason,
                node["filenameTmpl"]?.Origin ?? node.Origin
            )
        );
        return node.Text("hostname") + ".yaml";
    }
}
