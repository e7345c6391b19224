using HomeOps.Text;

namespace HomeOps.Kustomize;

// Findings about replacements.
internal static partial class KustomizeDiagnostics
{
    public static Diagnostic IncompleteReplacement(Location at) =>
        Error("HO0784", "a replacement needs a source and targets", at);

    public static Diagnostic PathAndInline(Location at) =>
        Error("HO0785", "a replacement has either a 'path' or a source and targets", at);

    public static Diagnostic SourceAndValue(Location at) =>
        Error("HO0786", "a replacement has either 'source' or 'sourceValue'", at);

    public static Diagnostic NoSource(ResId id, Location at) => Error("HO0787", $"no object is {id.Shown}", at);

    public static Diagnostic SeveralSources(ResId id, Location at) =>
        Error("HO0788", $"several objects are {id.Shown}", at, "say which by namespace or kind");

    public static Diagnostic SourceFieldMissing(string path, ResId id, Location at) =>
        Error("HO0789", $"{id.Shown} has no '{path}', or nothing in it", at);

    public static Diagnostic DelimiterNotText(Location at) =>
        Error("HO0790", "a delimiter works on single values only", at);

    public static Diagnostic PartMissing(int index, int count, Location at) =>
        Error("HO0791", $"there is no part {index}: the value has {count}, counted from 0", at);

    public static Diagnostic TargetWithoutSelect(Location at) => Error("HO0792", "a target needs 'select'", at);

    public static Diagnostic TargetFieldMissing(string path, ResId id, Location at) =>
        Error("HO0793", $"{id.Shown} has no '{path}'", at, "set 'options.create' to make it");

    public static Diagnostic BadListPart(string part, Location at) =>
        Error("HO0794", $"'{part}' has no '='", at, "write [key=value] or [=value]");

    public static Diagnostic NotAList(string path, string part, Location at) =>
        Error("HO0795", $"'{part}' of '{path}' needs a list", at);

    public static Diagnostic NotAMapOnPath(string path, string part, Location at) =>
        Error("HO0796", $"'{part}' of '{path}' needs a map", at);

    public static Diagnostic IndexBeyond(string path, int index, int count, Location at) =>
        Error("HO0797", $"'{path}' asks for item {index} of a list of {count}, counted from 0", at);
}
