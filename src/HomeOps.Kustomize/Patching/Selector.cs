using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>What a patch or a replacement picks: patterns for id parts, selectors for labels and annotations.</summary>
internal sealed record Selector(Gvk Gvk, string Name, string Namespace, string Labels, string Annotations, Location At)
{
    public static readonly string[] Fields =
    [
        "group",
        "version",
        "kind",
        "name",
        "namespace",
        "annotationSelector",
        "labelSelector",
    ];

    public bool HasId => Gvk != Gvk.Any || Name.Length > 0 || Namespace.Length > 0;

    public static Selector? Read(FieldReader fields, string name) =>
        fields.Child(name, Fields) is { } child ? Read(child) : null;

    public static Selector Read(FieldReader child) =>
        new(
            new Gvk(child.Text("group"), child.Text("version"), child.Text("kind")),
            child.Text("name"),
            child.Text("namespace"),
            child.Text("labelSelector"),
            child.Text("annotationSelector"),
            child.At
        );

    public CompiledSelector Compile() => new(this);
}
