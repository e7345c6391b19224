using HomeOps.Text;

namespace HomeOps.Kustomize;

// Findings about generators and vars.
internal static partial class KustomizeDiagnostics
{
    public static Diagnostic GeneratorWithoutName(string kind, Location at) =>
        Error("HO0757", $"the generator of a {kind} has no name", at);

    public static Diagnostic RepeatedKey(string key, string name, Location at) =>
        Error("HO0758", $"'{name}' gets the key '{key}' twice", at);

    public static Diagnostic BadKey(string key, Location at) =>
        Error(
            "HO0759",
            $"'{key}' is no valid key",
            at,
            "keys consist of letters, digits, '-', '_' and '.'; write 'key=path' for a file with another name"
        );

    public static Diagnostic BadLiteral(Location at) => Error("HO0760", "a literal has the form key=value", at);

    public static Diagnostic BadFileSource(string source, Location at) =>
        Error("HO0761", $"'{source}' is neither a path nor key=path", at);

    public static Diagnostic EnvNotUtf8(string path, Location at) => Error("HO0762", $"'{path}' is no UTF-8", at);

    public static Diagnostic NothingToMerge(ResId id, Location at) =>
        Error("HO0763", $"there is no {id.Shown} to merge with or replace", at);

    public static Diagnostic Exists(ResId id, Location first, Location at) =>
        Error("HO0764", $"{id.Shown} exists already: {first}", at, "set 'behavior' to merge or replace");

    public static Diagnostic SeveralToMerge(ResId id, Location at) =>
        Error("HO0765", $"several objects are or were {id.Shown}", at);

    public static Diagnostic RepeatedVar(string name, Location at) =>
        Error("HO0766", $"var '{name}' is defined twice", at);

    public static Diagnostic VarWithoutObject(string name, Location at) =>
        Error("HO1701", $"var '{name}' refers to no object", at, "add 'objref' with kind, name and apiVersion");

    public static Diagnostic NoVarTarget(string name, ResId id, Location at) =>
        Error("HO0767", $"var '{name}' refers to {id.Shown}, which does not exist", at);

    public static Diagnostic SeveralVarTargets(string name, ResId id, Location at) =>
        Error("HO0768", $"var '{name}' may refer to several objects: {id.Shown}", at, "add a namespace");

    public static Diagnostic VarFieldMissing(string name, string path, ResId id, Location at) =>
        Error("HO0769", $"var '{name}' refers to '{path}', which {id.Shown} does not have", at);
}
