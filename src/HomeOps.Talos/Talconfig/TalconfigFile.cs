using HomeOps.Talos.Inputs;
using HomeOps.Talos.Model;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Talconfig;

/// <summary>talconfig.yaml, with variables put in and groups merged into the nodes.</summary>
internal sealed record TalconfigFile(SourceText Source, ConfigStruct Root, IReadOnlyList<ConfigStruct> Nodes)
{
    /// <summary>The version of Talos with <c>v</c>.</summary>
    public string TalosVersion { get; } =
        Root.Text("talosVersion") is { Length: > 0 } version ? "v" + version.TrimStart('v') : "v1.13.9";

    public string Text(string name) => Root.Text(name);

    /// <summary>Reads it; null after an error. Without variables, those it names stay as they stand.</summary>
    public static TalconfigFile? Read(
        SourceText source,
        IReadOnlyDictionary<string, string>? variables,
        DiagnosticBag diagnostics
    )
    {
        var stream = YamlReader.Read(source);
        diagnostics.AddRange(stream.Diagnostics);
        if (stream.HasErrors)
        {
            return null;
        }

        if (stream.Documents is not [{ Root: YamlMapping } document])
        {
            diagnostics.Add(TalosDiagnostics.TalconfigNotMap(source.At(0, 0)));
            return null;
        }

        foreach (var duplicate in YamlDuplicates.Find(document))
        {
            diagnostics.Add(YamlDuplicates.Error(document, duplicate));
        }

        var (expanded, error) = YamlExpansion.Expand(document, mergeKeys: true);
        if (expanded?.Root is not { } root)
        {
            diagnostics.AddRange(error is null ? [] : [error]);
            return null;
        }

        var node = variables is null ? root : new NodeExpansion(source, variables, diagnostics).Expand(root);
        var context = new ReadContext(source, diagnostics) { ToleratesUnknownKeys = true };
        if (TalconfigType.Type.Read(node, context) is not ConfigStruct read || diagnostics.HasErrors)
        {
            return null;
        }

        return new TalconfigFile(
            source,
            read,
            [.. read.List("nodes").OfType<ConfigStruct>().Select(n => GroupMerge.Merge(n, read))]
        );
    }
}
