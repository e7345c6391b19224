using HomeOps.Text;

namespace HomeOps.Kustomize;

// Findings about objects and their values.
internal static partial class KustomizeDiagnostics
{
    public static Diagnostic TooManyNodes(Location at) =>
        Error(
            "HO0734",
            "the aliases stand for more than two million values",
            at,
            "write the values out, or split the file"
        );

    public static Diagnostic KeyNotText(Location at) => Error("HO0735", "this key is no text", at, "put it in quotes");

    public static Diagnostic BadMerge(Location at) => Error("HO0736", "only maps can be merged with '<<'", at);

    public static Diagnostic BadScalar(string problem, Location at) => Error("HO0737", problem, at);

    public static Diagnostic NotFinite(string text, Location at) =>
        Error("HO0738", $"{text} cannot be written as JSON", at, "put it in quotes if it is a text");

    public static Diagnostic ControlCharacter(char c, Location at) =>
        Error("HO0739", $"the text holds the control character U+{(int)c:X4}", at, "remove it");

    public static Diagnostic BinaryNotText(Location at) =>
        Error("HO0740", "the bytes of this !!binary value are no UTF-8", at);

    public static Diagnostic NotAnObject(Location at) =>
        Error(
            "HO0741",
            "this document is no Kubernetes object",
            at,
            "an object is a map with apiVersion, kind and metadata"
        );

    public static Diagnostic MissingKind(Location at) =>
        Error("HO0742", "the object has no kind", at, "add 'kind', or do not list the file under 'resources'");

    public static Diagnostic MissingName(string kind, Location at) =>
        Error("HO0743", $"this {kind} has no metadata.name", at);

    public static Diagnostic NotTextMap(string field, Location at) =>
        Error("HO0744", $"metadata.{field} is no map", at);

    public static Diagnostic ItemsNotList(Location at) => Error("HO0745", "'items' is no list", at);

    public static Diagnostic Duplicate(ResId id, Location first, Location at) =>
        Error(
            "HO0746",
            $"{id.Shown} exists already: {first}",
            at,
            "remove one of the two, or give them different names"
        );

    public static Diagnostic NamespaceConflict(ResId id, Location at) =>
        Error("HO0747", $"in one namespace, two objects are {id.Shown}", at, "rename one of them");

    public static Diagnostic NamespaceNotText(ResId id, Location at) =>
        Error("HO0748", $"a namespace field of {id.Shown} is no single value", at);

    public static Diagnostic ScalarOnPath(string path, ResId id, Location at) =>
        Error("HO0749", $"'{path}' leads through a single value of {id.Shown}", at);

    public static Diagnostic NotScalar(string path, ResId id, Location at) =>
        Error("HO0750", $"'{path}' of {id.Shown} is no single value", at);

    public static Diagnostic NotMap(string path, ResId id, Location at) =>
        Error("HO0751", $"'{path}' of {id.Shown} is no map", at);

    public static Diagnostic EmptyPathPart(string path, Location at) =>
        Error("HO0752", $"'{path}' has an empty part", at);

    public static Diagnostic NotReference(string path, ResId id, Location at) =>
        Error("HO0753", $"'{path}' of {id.Shown} holds a list where a name is needed", at);

    public static Diagnostic ReferenceWithoutName(string path, ResId id, Location at) =>
        Error("HO0754", $"'{path}' of {id.Shown} has no 'name'", at);

    public static Diagnostic AmbiguousReference(
        string name,
        string path,
        ResId id,
        ResId first,
        ResId second,
        Location at
    ) => Error("HO0755", $"'{name}' in '{path}' of {id.Shown} may mean {first.Shown} or {second.Shown}", at);

    public static Diagnostic NoReplicaTarget(string name, Location at) =>
        Error("HO0756", $"there is no workload '{name}' to scale", at);

    public static Diagnostic ForeignNotes(ResId id, Location at) =>
        Error(
            "HO1703",
            $"the former names, namespaces and kinds that annotations of {id.Shown} list are not equally many",
            at,
            "remove its annotations that begin with internal.config.kubernetes.io/: kustomize keeps its notes there while it builds"
        );
}
