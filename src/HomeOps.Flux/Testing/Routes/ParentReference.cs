using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>An entry of <c>parentRefs</c>.</summary>
/// <param name="Key">What it names; its namespace is that of the route when it names none.</param>
/// <param name="Section">The name of the listener; empty for any.</param>
/// <param name="Port">The port of the listener; empty for any.</param>
/// <param name="At">Where it stands.</param>
/// <param name="SectionAt">Where its listener is named.</param>
internal sealed record ParentReference(ObjectKey Key, string Section, string Port, Location At, Location SectionAt)
{
    public static ParentReference Read(MapNode map, KustomizeResource o)
    {
        var name = map["name"];
        var at = name?.At ?? map.At ?? o.At;
        return new ParentReference(
            new ObjectKey(map.Text("kind") ?? "Gateway", map.Text("namespace") ?? o.Namespace, map.Text("name") ?? ""),
            map.Text("sectionName") ?? "",
            map.Text("port") ?? "",
            at,
            (map["sectionName"] ?? map["port"])?.At ?? at
        );
    }

    /// <summary>Whether it can be judged.</summary>
    public bool IsKnown => Key.Kind == "Gateway" && Hostname.IsKnown(Key.Name) && Hostname.IsKnown(Key.Namespace);

    /// <summary>Whether a listener is one of those it names.</summary>
    public bool Names(Listener listener) =>
        (Section.Length == 0 || Section == listener.Name) && (Port.Length == 0 || Port == listener.Port);
}
