using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic TalconfigMissing(Location? at) =>
        Error("HO0830", "there is no talconfig.yaml", at, "run 'homeops configure' first, or name the folder it is in");

    public static Diagnostic TalconfigNotMap(Location? at) =>
        Error("HO0831", "talconfig.yaml is not one map", at, "it is one document with keys, such as 'clusterName:'");

    public static Diagnostic UnknownTalconfigKey(string key, string path, string? meant, Location? at) =>
        Warning(
            "HO0832",
            path.Length == 0
                ? $"the key '{key}' is not known and has no effect"
                : $"the key '{key}' of '{path}' is not known and has no effect",
            at,
            meant is null ? null : $"did you mean '{meant}'?"
        );

    public static Diagnostic Variable(string problem, Location? at) =>
        Error(
            "HO0833",
            problem,
            at,
            "set it in talenv.yaml or in the environment; a dollar sign that is meant as such is written '$$'"
        );

    public static Diagnostic EnvLine(int line, Location? at) =>
        Error(
            "HO0834",
            $"line {line} is not of the form 'KEY=value' or 'KEY: value'",
            at,
            "write one variable on each line; comments begin with '#'"
        );

    public static Diagnostic FileMissing(string path, Location? at) =>
        Error("HO0835", $"there is no file '{path}'", at, "paths after '@' begin at the folder of talconfig.yaml");

    public static Diagnostic FileOutside(string path, Location? at) =>
        Error(
            "HO0836",
            $"the path '{path}' leads out of the repository",
            at,
            "move the file into the folder of talconfig.yaml"
        );

    public static Diagnostic NoKey(Location? at) =>
        Error(
            "HO0837",
            "the file is encrypted and there is no key",
            at,
            "put age.key in the repository's root or set SOPS_AGE_KEY_FILE"
        );

    public static Diagnostic Template(string expression, string reason, Location? at) =>
        Error(
            "HO0838",
            $"the template expression '{expression}' cannot be carried out: {reason}",
            at,
            "docs/talos.md lists what templates can do; two braces that are meant as such are written '{{ \"{{\" }}'"
        );

    public static Diagnostic FileNameTemplate(string name, string? reason, Location? at) =>
        Error(
            "HO0839",
            reason is null ? $"'{name}' is no name of a file" : $"the file name '{name}' cannot be made: {reason}",
            at,
            "use .ClusterName, .Hostname, .IPAddress and .Role in it, and no '/'"
        );

    public static Diagnostic SecretsMissing(Location? at) =>
        Error("HO0840", "there is no talsecret file", at, "make one with 'homeops talos gensecret'");

    public static Diagnostic UnknownNode(string node, Location? at) =>
        Error(
            "HO0841",
            $"there is no node with the name or address '{node}'",
            at,
            "it is the 'hostname' of a node, or one of the addresses in its 'ipAddress'"
        );

    public static Diagnostic NotConverted(string node, string key, Location? at) =>
        Warning(
            "HO0842",
            $"'{key}' of an interface of '{node}' has no place in the network documents of Talos 1.12 and is left out",
            at,
            "write the document you need in a patch"
        );

    public static Diagnostic DuplicateFile(string name, Location? at) =>
        Error(
            "HO0843",
            $"two nodes would be written to '{name}'",
            at,
            "give them different hostnames or a 'filenameTmpl'"
        );

    public static Diagnostic DiskSelector(string key, Location? at) =>
        Warning(
            "HO0844",
            $"'{key}' of the disk selector has no counterpart in Talos 1.14 and is left out",
            at,
            "select the disk by model, serial, wwid or size"
        );
}
