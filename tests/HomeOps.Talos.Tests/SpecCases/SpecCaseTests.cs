using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HomeOps.Files;
using HomeOps.Testing;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Tests.SpecCases;

/// <summary>
/// What talhelper and Talos do where no golden file of theirs shows it, case by case. The cases stand in the YAML files beside; each names the
/// section of the specification that it follows. Texts of machine configs are those of talhelper (indent 2), of merged patches those of Talos (4).
/// </summary>
public sealed class SpecCaseTests
{
    // Sections of talos.md that speak of talhelper, machine configs and certificates.
    private static readonly HashSet<string> Sections = new(StringComparer.Ordinal)
    {
        "0",
        "1.1",
        "1.2",
        "1.3",
        "1.5",
        "1.6",
        "1.7",
        "1.8",
        "1.9",
        "2.1",
        "2.2",
        "2.4",
        "2.5",
        "2.6",
        "3.2",
        "3.4",
    };

    private static readonly Dictionary<string, SpecCase> Cases = Directory
        .EnumerateFiles(Golden.Path("."), "*.yaml")
        .Order(StringComparer.Ordinal)
        .SelectMany(static file => Read(file))
        .ToDictionary(static c => c.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void There_are_enough_and_each_names_the_section_it_follows()
    {
        Assert.True(Cases.Count >= 120, $"only {Cases.Count} cases");
        Assert.All(
            Cases.Values,
            static c =>
            {
                Assert.StartsWith("talos.md ", c.Section, StringComparison.Ordinal);
                Assert.Contains(c.Section["talos.md ".Length..], Sections);
            }
        );
        Assert.Equal(
            Sections.Order(StringComparer.Ordinal),
            Cases.Values.Select(static c => c.Section[9..]).Distinct().Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Holds(string name)
    {
        var wanted = Cases[name];
        if (wanted.Has("schematic"))
        {
            CheckSchematic(wanted);
        }
        else if (wanted.Has("patch"))
        {
            CheckPatch(wanted);
        }
        else
        {
            CheckTalconfig(wanted);
        }
    }

    private static void CheckSchematic(SpecCase wanted)
    {
        var (schematic, findings) = Schematic.Read(new SourceText("schematic.yaml", wanted.Text("schematic")));
        CheckFindings(wanted, findings);
        if (findings.Count == 0)
        {
            Assert.NotNull(schematic);
            Assert.Equal(wanted.Text("text"), schematic.ToYaml());
            Assert.Equal(
                wanted.Text(
                    "id",
                    Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wanted.Text("text"))))
                ),
                schematic.Id
            );
        }
    }

    private static void CheckPatch(SpecCase wanted)
    {
        var (config, unread) = MachineConfig.Read(new SourceText("config.yaml", wanted.Text("config")));
        Assert.Empty(unread);
        var (patch, findings) = ConfigPatch.Read(new SourceText("patch.yaml", wanted.Text("patch")));
        findings = [.. findings, .. patch?.ApplyTo(config) ?? []];
        CheckFindings(wanted, findings);
        if (findings.Count == 0)
        {
            CheckText(wanted, config.ToYaml(YamlProfile.Talos));
        }
    }

    private static void CheckTalconfig(SpecCase wanted)
    {
        var result = GenConfig.Run(Input(wanted));
        CheckFindings(wanted, result.Diagnostics);
        if (result.HasErrors)
        {
            return;
        }

        if (wanted.Has("filesAre"))
        {
            Assert.Equal(wanted.List("filesAre"), result.Files.Select(static f => TreePath.Name(f.Path)));
        }

        if (wanted.Has("modesAre"))
        {
            Assert.Equal(wanted.List("modesAre"), result.Files.Select(static f => Convert.ToString((int)f.Mode, 8)));
        }

        if (wanted.Has("certificateHours"))
        {
            var talosconfig = result.Files.Single(static f => TreePath.Name(f.Path) == "talosconfig").Text;
            var line = talosconfig
                .Split('\n')
                .Single(static l => l.TrimStart().StartsWith("crt: ", StringComparison.Ordinal));
            using var certificate = X509Certificate2.CreateFromPem(
                Encoding.UTF8.GetString(Convert.FromBase64String(line.Trim()["crt: ".Length..]))
            );
            var hours = double.Parse(wanted.Text("certificateHours"), CultureInfo.InvariantCulture);
            Assert.Equal(hours, (certificate.NotAfter - certificate.NotBefore).TotalHours, tolerance: 0.01);
        }

        var of = wanted.Text("of", "control0");
        CheckText(
            wanted,
            result.Files.SingleOrDefault(f => TreePath.Name(f.Path) == of)?.Text
                ?? result.Nodes.SingleOrDefault(n => n.Hostname == of)?.Config.ToYaml(YamlProfile.Talhelper)
                ?? ""
        );
    }

    private static GenConfigInput Input(SpecCase wanted)
    {
        var talconfig = Workbench
            .Talconfig(wanted.Text("node"), wanted.Text("top"), wanted.Text("talos", "v1.13.9"), wanted.Text("worker"))
            .ReplaceLineEndings("\n")
            .Replace("v1.36.4", wanted.Text("kubernetes", "v1.36.4"), StringComparison.Ordinal);
        foreach (var (old, now) in wanted.Map("replace"))
        {
            Assert.Contains(old, talconfig, StringComparison.Ordinal);
            talconfig = talconfig.Replace(old, now, StringComparison.Ordinal);
        }

        var tree = new MemoryTree();
        tree.Add("talos/talconfig.yaml", talconfig);
        foreach (var (path, text) in wanted.Map("files"))
        {
            tree.Add("talos/" + path, text);
        }

        var options = new GenConfigOptions
        {
            GroupFirst = wanted.Text("groupFirst") == "true",
            OmitNodes = wanted.Text("omitNodes") == "true",
            Node = wanted.Text("only"),
            Patches = new PatchOptions { Strict = wanted.Text("strict") == "true" },
        };
        var input = Workbench.Input(tree) with
        {
            Environment = wanted
                .Map("environment")
                .ToDictionary(static e => e.Key, static e => e.Value, StringComparer.Ordinal),
            Options = wanted.Has("ttl")
                ? options with
                {
                    CertificateLifetime = TalosTime.Parse(wanted.Text("ttl")) ?? TimeSpan.Zero,
                }
                : options,
        };
        return input with
        {
            Secrets = wanted.Text("secrets") == "none" ? null : input.Secrets,
            EnvFiles = wanted.Has("envFiles") ? wanted.List("envFiles") : input.EnvFiles,
        };
    }

    private static void CheckFindings(SpecCase wanted, IReadOnlyList<Diagnostic> findings) =>
        Assert.True(
            wanted.List("finds").SequenceEqual(findings.Select(static f => f.Code).Distinct(StringComparer.Ordinal)),
            Workbench.Shown(findings)
        );

    private static void CheckText(SpecCase wanted, string text)
    {
        Assert.All(wanted.List("has"), part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.All(wanted.List("lacks"), part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));
        if (wanted.Has("ends"))
        {
            Assert.EndsWith(wanted.Text("ends"), text, StringComparison.Ordinal);
        }

        var at = wanted.List("ordered").Select(part => text.IndexOf(part, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, at);
        Assert.Equal(at.Order(), at);
    }

    private static IEnumerable<SpecCase> Read(string file)
    {
        var stream = YamlReader.Read(new SourceText(file, File.ReadAllText(file)));
        Assert.Empty(stream.Diagnostics);
        var list = Assert.IsType<YamlSequence>(Assert.Single(stream.Documents).Root);
        return list.Items.Select(i => new SpecCase(Path.GetFileNameWithoutExtension(file), (YamlMapping)i));
    }
}
