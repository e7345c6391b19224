using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>Every finding of rendering a tree of templates, HO04xx.</summary>
internal static class MakejinjaDiagnostics
{
    public static Diagnostic UnknownOption(string name, Location at, string? nearest) =>
        Diagnostic.Error(
            "HO0401",
            $"makejinja has no option '{name}'",
            at,
            nearest is null ? "remove it" : $"did you mean '{nearest}'?"
        );

    public static Diagnostic MissingOutput() =>
        Diagnostic.Error(
            "HO0402",
            "the option 'output' is missing",
            null,
            "set output in the [makejinja] table of makejinja.toml, or pass --output"
        );

    public static Diagnostic BadOption(string name, string wanted, Location? at) =>
        Diagnostic.Error("HO0403", $"the option '{name}' must be {wanted}", at);

    public static Diagnostic NotFound(string name, string path, Location? at) =>
        Diagnostic.Error("HO0404", $"{name}: '{path}' does not exist", at, "correct the path, or create it");

    public static Diagnostic Outside(string name, string path, Location? at) =>
        Diagnostic.Error(
            "HO0405",
            $"{name}: '{path}' is outside of the working folder",
            at,
            "run in a folder that holds everything the rendering reads"
        );

    public static Diagnostic DataNotMapping(string path, Location? at) =>
        Diagnostic.Error(
            "HO0406",
            $"the data in '{path}' is not a mapping",
            at ?? Location.OfFile(path),
            "write names and values at the top level"
        );

    public static Diagnostic BadDataVariable(string name, string part) =>
        Diagnostic.Error(
            "HO0407",
            $"the variable '{name}' cannot be set: '{part}' is no mapping in the data",
            null,
            "use another name"
        );

    public static Diagnostic UnknownFunction(string kind, string name, Location at, string hint) =>
        Diagnostic.Error("HO0408", $"the {kind} '{name}' is not known", at, hint);

    public static Diagnostic BadSyntaxOptions(string message) =>
        Diagnostic.Error("HO0409", message, null, "correct the delimiters in makejinja.toml");

    public static Diagnostic Unreadable(string path, string reason) =>
        Diagnostic.Error("HO0410", $"'{path}' cannot be read: {reason}", Location.OfFile(path));

    public static Diagnostic FileAndFolder(string path) =>
        Diagnostic.Error(
            "HO0411",
            $"'{path}' would be a file and a folder at once",
            Location.OfFile(path),
            "rename one of the templates"
        );

    public static Diagnostic UnsafeClean(string output, string input) =>
        Diagnostic.Error(
            "HO0412",
            $"clean would delete '{input}' together with the output folder '{output}'",
            null,
            "turn clean off, or choose an output folder of its own"
        );

    public static Diagnostic NotWritten(string path, string reason) =>
        Diagnostic.Error("HO0413", $"'{path}' cannot be written: {reason}", Location.OfFile(path));

    public static Diagnostic HookFailed(string command, int exitCode) =>
        Diagnostic.Error(
            "HO0414",
            $"the command '{command}' ended with exit code {exitCode}",
            null,
            "nothing after it was run"
        );
}
