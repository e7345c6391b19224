using HomeOps.Cluster;
using HomeOps.Files;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;
using HomeOps.Makejinja;
using HomeOps.Text;

namespace HomeOps.Benchmarks.Trees;

/// <summary>The templates of a home-ops tree with everything they need, in memory.</summary>
internal sealed class TemplateTree
{
    private TemplateTree(IReadOnlyDictionary<string, string> templates, string commentEnd, PyDict data, FileTree keys)
    {
        Templates = templates;
        var plugin = MakejinjaPlugin.HomeOperations(keys);
        var globals = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, function) in plugin.Functions)
        {
            globals[name] = new PyFunction(name, function);
        }

        foreach (var (name, value) in plugin.Data(data).Entries)
        {
            globals[PyText.Str(name)] = value;
        }

        Options = new JinjaOptions
        {
            Undefined = UndefinedMode.Chainable,
            Loader = new DictionaryLoader(templates),
            Filters = plugin.Filters,
            Globals = globals,
            Syntax = new JinjaSyntax
            {
                BlockStart = "#%",
                BlockEnd = "%#",
                VariableStart = "#{",
                VariableEnd = "}#",
                CommentStart = "#|",
                CommentEnd = commentEnd,
                TrimBlocks = true,
                LstripBlocks = true,
                KeepTrailingNewline = true,
            },
        };
    }

    /// <summary>The texts by name.</summary>
    public IReadOnlyDictionary<string, string> Templates { get; }

    /// <summary>What they are read and rendered with.</summary>
    public JinjaOptions Options { get; }

    /// <summary>The repository's blueprint with the data of its example.</summary>
    public static TemplateTree Blueprint(string repository)
    {
        var example = new MemoryTree();
        foreach (var name in (ReadOnlySpan<string>)["cluster.yaml", "nodes.yaml", "cloudflare-tunnel.json"])
        {
            example.Add(new MemoryFile(name, File.ReadAllBytes(Path.Join(repository, "examples/home", name))));
        }

        example.Add("age.key", "# public key: age1benchmark\nAGE-SECRET-KEY-1BENCHMARK\n");
        example.Add("github-deploy.key", "a deploy key\n");
        example.Add("github-push-token.txt", "a token\n");
        return new TemplateTree(Texts(new BlueprintTree(), ""), "|#", Data(example), example);
    }

    /// <summary>The home-ops seed tree of the conformance corpora; null where they are absent.</summary>
    public static TemplateTree? Seed(string repository)
    {
        var folder = Path.GetFullPath("../shared/conformance/render/home-ops-seed/inputs", repository);
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var tree = new DiskTree(folder);
        return new TemplateTree(Texts(tree, "templates/config"), "#|", Data(tree), tree);
    }

    private static Dictionary<string, string> Texts(FileTree tree, string folder) =>
        tree.Files(folder)
            .Where(static f => f.Path.EndsWith(".j2", StringComparison.Ordinal))
            .ToDictionary(
                f => f.Path[(folder.Length == 0 ? 0 : folder.Length + 1)..],
                f => System.Text.Encoding.UTF8.GetString(tree.Read(f.Path)),
                StringComparer.Ordinal
            );

    private static PyDict Data(FileTree tree)
    {
        var findings = new List<Diagnostic>();
        var data = MakejinjaProject.ReadData(tree, "cluster.yaml", findings);
        foreach (var (name, value) in MakejinjaProject.ReadData(tree, "nodes.yaml", findings).Entries)
        {
            data[name] = value;
        }

        return findings.Count == 0 ? data : throw new InvalidOperationException(findings[0].ToString());
    }
}
