namespace HomeOps.Kustomize;

/// <summary>Group, version and kind of an object; as a selector, empty parts match all.</summary>
internal sealed record Gvk(string Group, string Version, string Kind)
{
    /// <summary>No part at all: a selector of everything.</summary>
    public static Gvk Any { get; } = new("", "", "");

    /// <summary>Whether the kind is known to have no namespace; unknown kinds count as having one.</summary>
    public bool IsClusterScoped { get; } =
        ClusterScope.Contains(Group.Length == 0 ? Version : $"{Group}/{Version}", Kind);

    public string ApiVersion { get; } = Group.Length == 0 ? Version : $"{Group}/{Version}";

    public static Gvk Of(string apiVersion, string kind) =>
        apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0
            ? new Gvk(apiVersion[..slash], apiVersion[(slash + 1)..], kind)
            : new Gvk("", apiVersion, kind);

    public static Gvk OfKind(string kind, string group = "", string version = "") => new(group, version, kind);

    public bool IsSelectedBy(Gvk selector) =>
        (selector.Kind.Length == 0 || selector.Kind == Kind)
        && (selector.Group.Length == 0 || selector.Group == Group)
        && (selector.Version.Length == 0 || selector.Version == Version);

    /// <summary>kustomize's form, <c>Deployment.v1.apps</c>.</summary>
    public override string ToString() =>
        $"{(Kind.Length == 0 ? "[noKind]" : Kind)}.{(Version.Length == 0 ? "[noVer]" : Version)}.{(Group.Length == 0 ? "[noGrp]" : Group)}";
}
