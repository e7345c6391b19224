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

    public static Diagnostic LinkLeadsOut(string path, string folder) =>
        Diagnostic.Error(
            "HO0440",
            $"'{path}' is a link that leads nowhere or out of the {folder} folder",
            Location.OfFile(path),
            "remove the link, or make it point inside the folder; nothing was written"
        );

    public static Diagnostic FolderInTheWay(string path) =>
        Diagnostic.Error(
            "HO0441",
            $"a folder stands where the file '{path}' should be",
            Location.OfFile(path),
            "move the folder away, or rename the template; nothing was written"
        );

    public static Diagnostic FileInTheWay(string path) =>
        Diagnostic.Error(
            "HO0442",
            $"'{path}' is not a folder, and files should be written below it",
            Location.OfFile(path),
            "move it away, or rename the folder of templates; nothing was written"
        );

    public static Diagnostic OutputIsFile(string output) =>
        Diagnostic.Error(
            "HO0443",
            $"the output '{output}' is a file, and the result is a folder",
            Location.OfFile(output),
            "name a folder with --output, or one single template with --input"
        );

    public static Diagnostic TreeToStandardOutput() =>
        Diagnostic.Error(
            "HO0444",
            "a folder of templates cannot go to standard output",
            null,
            "name one single template with --input, or a folder with --output"
        );

    public static Diagnostic NothingMatched(string options) =>
        Diagnostic.Warning(
            "HO0445",
            $"nothing was rendered: no file of the inputs is one for {options}",
            null,
            "correct the option; suffixes begin with a dot ('.j2'), patterns are globs as '**/*.yaml.j2'"
        );
}
