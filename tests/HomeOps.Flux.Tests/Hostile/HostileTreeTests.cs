using System.Diagnostics;
using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Flux.Tests.Hostile;

/// <summary>Trees that are made to do harm: each ends in a finding, in a time and memory that do not depend on how bad it is.</summary>
public sealed class HostileTreeTests
{
    // Of processor time of this thread's work; a loaded machine does not count. What ends at all ends far below.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_Kustomization_whose_path_holds_itself_is_built_once()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", Ks("loop", "./cluster"));

        var cluster = Build(tree);

        Assert.Empty(cluster.Diagnostics);
        Assert.Equal(
            ["flux-system/flux-system", "flux-system/loop"],
            cluster.Kustomizations.Select(static b => b.Kustomization.Id)
        );
    }

    [Fact]
    public void Kustomizations_whose_paths_hold_each_other_come_to_an_end()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/a.yaml", Ks("a", "./b"));
        tree.Add("b/b.yaml", Ks("b", "./cluster"));

        Assert.Equal(["HO0921"], Codes(Build(tree)));
    }

    [Fact]
    public void A_Kustomization_that_applies_itself_under_ever_longer_names_is_stopped()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", Ks("a", "./loop") + "  postBuild: {substitute: {N: a}}\n");
        tree.Add("loop/ks.yaml", Ks("${N}x", "./loop") + "  postBuild: {substitute: {N: '${N}x'}}\n");

        var cluster = Build(tree);

        Assert.Equal(101, cluster.Kustomizations.Count);
        var finding = Assert.Single(cluster.Diagnostics);
        Assert.Equal("HO1695", finding.Code);
        Assert.EndsWith("is more than 100 Kustomizations below the first", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Kustomizations_may_be_a_hundred_levels_deep()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", Ks("k1", "./l1"));
        for (var i = 1; i < 100; i++)
        {
            tree.Add($"l{i}/ks.yaml", Ks($"k{i + 1}", $"./l{i + 1}"));
        }

        tree.Add("l100/c.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: last}\n");

        var cluster = Build(tree);

        Assert.Empty(cluster.Diagnostics);
        Assert.Equal(101, cluster.Kustomizations.Count);
    }

    [Fact]
    public void Folders_that_lead_to_each_other_a_thousand_times_are_refused()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/kustomization.yaml", "resources: [../l0]\n");
        for (var i = 0; i < 1000; i++)
        {
            tree.Add($"l{i}/kustomization.yaml", $"resources: [../l{i + 1}]\n");
        }

        tree.Add("l1000/kustomization.yaml", "resources: []\n");

        Assert.Contains(Codes(Build(tree)), static c => c.StartsWith("HO07", StringComparison.Ordinal));
    }

    [Fact]
    public void Folders_that_lead_to_each_other_in_a_circle_are_refused()
    {
        var tree = new MemoryTree();
        tree.Add("cluster/kustomization.yaml", "resources: [../a]\n");
        tree.Add("a/kustomization.yaml", "resources: [../b]\n");
        tree.Add("b/kustomization.yaml", "resources: [../a]\n");

        Assert.Contains("HO0713", Codes(Build(tree)));
    }

    [Fact]
    public void Dependencies_in_a_circle_of_thousands_are_named_once()
    {
        var tree = new MemoryTree();
        var text = new StringBuilder();
        for (var i = 0; i < 2000; i++)
        {
            text.Append(Ks($"k{i}", "./app")).Append($"  dependsOn: [{{name: k{(i + 1) % 2000}}}]\n---\n");
        }

        tree.Add("cluster/ks.yaml", text.ToString());
        tree.Add("app/c.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");

        Assert.Equal("HO0917", Assert.Single(Build(tree).Diagnostics, static d => d.Code == "HO0917").Code);
    }

    [Theory]
    [InlineData("../../..")]
    [InlineData("./app/../../..")]
    [InlineData("/../etc")]
    public void A_path_that_leads_out_is_refused(string path)
    {
        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", Ks("a", path));

        Assert.Equal(["HO0907"], Codes(Build(tree)));
    }

    [Theory]
    [InlineData("resources: [../../../etc/passwd]")]
    [InlineData("resources: [/etc/passwd]")]
    [InlineData("components: [../../..]")]
    [InlineData("patches: [{path: ../../../etc/passwd}]")]
    [InlineData("secretGenerator: [{name: a, files: [../../../etc/passwd]}]")]
    public void A_file_of_a_kustomization_that_leads_out_is_refused(string line)
    {
        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", Ks("a", "./app") + "  decryption: {provider: sops, secretRef: {name: keys}}\n");
        tree.Add("app/kustomization.yaml", line + "\n");

        Assert.Contains(Codes(Build(tree)), static c => c.StartsWith("HO07", StringComparison.Ordinal));
    }

    [Fact]
    public void Aliases_that_multiply_are_refused()
    {
        var bomb = new StringBuilder(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: a}\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        );
        for (var i = 1; i < 30; i++)
        {
            bomb.Append($"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var tree = new MemoryTree();
        tree.Add("cluster/bomb.yaml", bomb.ToString());

        Assert.Contains(Codes(Build(tree)), static c => c.StartsWith("HO07", StringComparison.Ordinal));
    }

    [Fact]
    public void Many_aliases_that_multiply_in_what_a_ResourceSet_makes_are_refused_together()
    {
        var bomb = new StringBuilder(
            "    apiVersion: v1\n    kind: ConfigMap\n    metadata: {name: << inputs.n | quote >>, namespace: a}\n    a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        );
        for (var i = 1; i < 6; i++)
        {
            bomb.Append($"    a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        var tree = new MemoryTree();
        var inputs = string.Join(", ", Enumerable.Range(0, 100).Select(static i => $"{{n: {i}}}"));
        tree.Add(
            "cluster/set.yaml",
            $"apiVersion: fluxcd.controlplane.io/v1\nkind: ResourceSet\nmetadata: {{name: set, namespace: a}}\nspec:\n  inputs: [{inputs}]\n  resourcesTemplate: |\n{bomb}"
        );

        Assert.Contains("HO1657", Codes(Build(tree)));
    }

    [Fact]
    public void A_file_that_ends_anywhere_is_no_crash()
    {
        var whole =
            Ks("a", "./app")
            + "  postBuild: {substitute: {A: 'b'}, substituteFrom: [{kind: Secret, name: s}]}\n  dependsOn: [{name: b}]\n";
        for (var length = 0; length < whole.Length; length++)
        {
            var tree = new MemoryTree();
            tree.Add("cluster/ks.yaml", whole[..length]);
            tree.Add("app/c.yaml", "apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n");

            // Some pieces are whole trees; the rest are findings. All are printed.
            foreach (var finding in FluxCluster.Build(tree, "cluster").Diagnostics)
            {
                DiagnosticPrinter.Print(TextWriter.Null, finding);
            }
        }
    }

    [Theory]
    [InlineData("\0\0\0\0")]
    [InlineData("\u00ff\u00fe")]
    [InlineData("---\n- - - -\n")]
    [InlineData("apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n")]
    [InlineData(
        "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a, namespace: b}\nspec: []\n"
    )]
    [InlineData(
        "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a, namespace: b}\nspec: {path: [], sourceRef: 1, dependsOn: {}, postBuild: []}\n"
    )]
    [InlineData(
        "apiVersion: fluxcd.controlplane.io/v1\nkind: ResourceSet\nmetadata: {name: a, namespace: b}\nspec: 1\n"
    )]
    [InlineData(
        "apiVersion: fluxcd.controlplane.io/v1\nkind: ResourceSet\nmetadata: {name: a, namespace: b}\nspec: {inputs: [1], inputsFrom: 2, resources: [3], steps: {}, resourcesTemplate: 4}\n"
    )]
    public void What_is_no_tree_of_Flux_is_a_finding(string text)
    {
        var tree = new MemoryTree();
        tree.Add(new MemoryFile("cluster/a.yaml", Encoding.Latin1.GetBytes(text)));

        Assert.True(Build(tree).Diagnostics.HasErrors);
    }

    [Fact]
    public void A_file_of_more_than_16_MiB_is_refused()
    {
        var tree = new MemoryTree();
        tree.Add(
            "cluster/a.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: a}\ndata:\n  a: "
                + new string('x', 17 << 20)
                + "\n"
        );

        var finding = Assert.Single(
            Build(tree).Diagnostics,
            static d => d.Severity == Severity.Error && d.Code != "HO0933"
        );
        Assert.Contains("16", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ConfigMap_of_a_million_lines_is_built()
    {
        var lines = new StringBuilder(
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: a}\ndata:\n  text: |\n"
        );
        for (var i = 0; i < 1_000_000; i++)
        {
            lines.Append("    line ").Append(i % 1000).Append('\n');
        }

        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", Ks("a", "./app") + "  postBuild: {substitute: {A: b}}\n");
        tree.Add("app/a.yaml", lines.ToString());

        var cluster = Build(tree);

        Assert.Empty(cluster.Diagnostics);
        Assert.Single(cluster.Kustomizations[0].Objects);
    }

    [Fact]
    public void Values_are_not_substituted_again()
    {
        var tree = Substituted("{A: '${B}${B}', B: '${A}${A}'}", "${A}");

        var cluster = Build(tree);

        Assert.Equal("${B}${B}", cluster.Kustomizations[0].Objects[0].Root.Map("data")?.Text("text"));
    }

    [Fact]
    public void Values_that_multiply_are_refused()
    {
        var million = new string('x', 1 << 20);
        var tree = Substituted($"{{A: {million}}}", string.Concat(Enumerable.Repeat("${A}", 100_000)));

        Assert.Equal(["HO1696"], Codes(Build(tree)));
    }

    [Theory]
    [InlineData("${A//a/${A//a/${A//a/${A}}}}")]
    [InlineData("${A##*a*a*a*a*a*a*a*b}")]
    [InlineData("${A%%b*a*a*}")]
    public void Operators_that_multiply_are_refused(string text)
    {
        var tree = Substituted($"{{A: {new string('a', 100_000)}}}", text);

        Assert.Equal(["HO1696"], Codes(Build(tree)));
    }

    [Fact]
    public void Defaults_in_defaults_are_read_to_a_depth()
    {
        var deep = string.Concat(Enumerable.Repeat("${A:=", 100_000)) + new string('}', 100_000);

        Assert.Equal(["HO0901"], Codes(Build(Substituted("{B: b}", deep))));
    }

    [Fact]
    public void A_default_of_megabytes_is_a_default()
    {
        var tree = Substituted("{B: b}", "${A:=" + new string('x', 4 << 20) + "}");

        Assert.Empty(Build(tree).Diagnostics);
    }

    [Fact]
    public void Undefined_variables_in_great_number_take_time_in_proportion()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"${{V{i}}} "));

        Assert.Contains("HO0905", Codes(Build(Substituted("{B: b}", text))));
    }

    private static MemoryTree Substituted(string values, string text)
    {
        var tree = new MemoryTree();
        tree.Add("cluster/ks.yaml", Ks("a", "./app") + $"  postBuild:\n    substitute: {values}\n");
        tree.Add(
            "app/c.yaml",
            $"apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: a, namespace: a}}\ndata:\n  text: \"{text}\"\n"
        );
        return tree;
    }

    private static FluxCluster Build(MemoryTree tree)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var cluster = FluxCluster.Build(tree, "cluster", new FluxOptions { Parallelism = 1 });
        var took = Process.GetCurrentProcess().TotalProcessorTime - before;
        // Tests run beside each other in one process, so the bound is a coarse one.
        Assert.True(took < Limit * Environment.ProcessorCount, $"it took {took}");
        return cluster;
    }

    private static List<string> Codes(FluxCluster cluster) =>
        [
            .. cluster
                .Diagnostics.Where(static d => d.Severity == Severity.Error)
                .Select(static d => d.Code)
                .Distinct(StringComparer.Ordinal),
        ];

    private static string Ks(string name, string path) =>
        $$"""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: "{{name}}", namespace: flux-system}
            spec:
              interval: 1h
              path: {{path}}
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}

            """;
}
