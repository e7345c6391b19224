using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>All findings about YAML texts.</summary>
public static class YamlDiagnostics
{
    internal static Diagnostic TabIndentation(Location at) =>
        Diagnostic.Error(
            "HO0201",
            "a tab is used for indentation",
            at,
            "indent with blanks; YAML does not allow tabs here"
        );

    internal static Diagnostic ValueNotAllowed(Location at) =>
        Diagnostic.Error(
            "HO0202",
            "a mapping value is not allowed here",
            at,
            "put the text before this ':' in quotes if it is one value, or begin the nested key on a line of its own"
        );

    internal static Diagnostic UnclosedBracket(Location at) =>
        Diagnostic.Error("HO0203", $"'{at.Source.Text[at.Span.Start]}' is never closed", at, "add the closing bracket");

    internal static Diagnostic UnclosedQuote(Location at, char quote) =>
        Diagnostic.Error(
            "HO0204",
            "this quoted text is never closed",
            at,
            quote == '"'
                ? "add the closing '\"'; write '\\\"' for a quote inside"
                : "add the closing \"'\"; write \"''\" for a quote inside"
        );

    internal static Diagnostic BadIndentation(Location at, string expected) =>
        Diagnostic.Error(
            "HO0205",
            $"this line does not fit the block above it: {expected} was expected",
            at,
            "indent it exactly like its neighbours"
        );

    internal static Diagnostic MissingColon(Location at) =>
        Diagnostic.Error("HO0206", "this key has no ':'", at, "write 'key: value', with a blank behind the colon");

    // A password that begins with '*' or '!' looks like an alias or a tag: no name of one that is not defined is repeated.
    internal static Diagnostic UnknownAlias(Location at) =>
        Diagnostic.Error(
            "HO0207",
            "there is no anchor of this name above this alias",
            at,
            "define it first, as in '&name value', or put the value in quotes if it should begin with '*'"
        );

    internal static Diagnostic RecursiveAlias(Location at, string name) =>
        Diagnostic.Error(
            "HO0208",
            $"alias '*{name}' stands inside the node it refers to",
            at,
            "a value cannot contain itself"
        );

    internal static Diagnostic UndefinedTagHandle(Location at) =>
        Diagnostic.Error(
            "HO0209",
            "this tag handle is not defined",
            at,
            "declare it with '%TAG !handle! prefix' before '---', or put the value in quotes if it should begin with '!'"
        );

    internal static Diagnostic BadEscape(Location at) =>
        Diagnostic.Error(
            "HO0210",
            "this escape is not known",
            at,
            "in double quotes write '\\\\' for a backslash, or use single quotes"
        );

    internal static Diagnostic TooLarge(Location at, int limit) =>
        Diagnostic.Error("HO0211", $"the text is larger than {limit} bytes", at, "split it into several files");

    internal static Diagnostic TooDeep(Location at, int limit) =>
        Diagnostic.Error("HO0212", $"collections are nested deeper than {limit} levels", at);

    internal static Diagnostic ControlCharacter(Location at, char c) =>
        Diagnostic.Error(
            "HO0213",
            $"character U+{(int)c:X4} is not allowed",
            at,
            "remove it, or write it as an escape in double quotes"
        );

    internal static Diagnostic BadBlockHeader(Location at) =>
        Diagnostic.Error(
            "HO0214",
            "this block scalar header is not valid",
            at,
            "behind '|' or '>' only '+' or '-', one digit from 1 to 9 and a comment may stand; the text begins on the next line"
        );

    internal static Diagnostic CannotStart(Location at, char c) =>
        Diagnostic.Error("HO0215", $"a value cannot begin with '{c}'", at, "put the value in quotes");

    internal static Diagnostic SequenceEntryNotAllowed(Location at) =>
        Diagnostic.Error("HO0216", "a list item is not allowed here", at, "begin the list on a line of its own");

    internal static Diagnostic BadAnchor(Location at, char c) =>
        Diagnostic.Error(
            "HO0217",
            c == '*' ? "this alias has no name" : "this anchor has no name",
            at,
            "put the value in quotes if it should begin with this character"
        );

    internal static Diagnostic BadTag(Location at) =>
        Diagnostic.Error("HO0218", "this tag is not valid", at, "put the value in quotes if it should begin with '!'");

    internal static Diagnostic BadDirective(Location at) =>
        Diagnostic.Error(
            "HO0219",
            "this directive is not valid",
            at,
            "only '%YAML 1.1', '%YAML 1.2' and '%TAG !handle! prefix' are known, each once and followed by '---'"
        );

    internal static Diagnostic ExpectedDocumentStart(Location at) =>
        Diagnostic.Error(
            "HO0220",
            "this does not belong to the document above",
            at,
            "indent it like its neighbours, or begin a new document with '---'"
        );

    internal static Diagnostic ExpectedSeparator(Location at, char closing, int openingLine) =>
        Diagnostic.Error(
            "HO0221",
            $"',' or '{closing}' was expected",
            at,
            $"separate the items with commas, and close the bracket of line {openingLine}"
        );

    internal static Diagnostic UnexpectedClosing(Location at, char closing) =>
        Diagnostic.Error("HO0222", $"'{closing}' closes nothing", at, "remove it, or put the value in quotes");

    internal static Diagnostic ExpectedContent(Location at) => Diagnostic.Error("HO0223", "a value was expected", at);

    internal static Diagnostic KeyNotAllowed(Location at) =>
        Diagnostic.Error(
            "HO0224",
            "a key is not allowed here",
            at,
            "put the value in quotes if it should begin with '?'"
        );

    internal static Diagnostic DuplicateProperty(Location at, string what) =>
        Diagnostic.Error("HO0225", $"a value has one {what} only", at, $"remove one {what}");

    internal static Diagnostic BadMerge(Location at) =>
        Diagnostic.Error(
            "HO0227",
            "'<<' merges a mapping or a list of mappings only",
            at,
            "refer to a mapping, as in '<<: *defaults', or put '<<' in quotes"
        );

    internal static Diagnostic ExpansionTooLarge(Location at, int limit) =>
        Diagnostic.Error(
            "HO0228",
            $"the document grows beyond {limit} nodes when its aliases are expanded",
            at,
            "repeat less by aliases"
        );

    internal static Diagnostic UnfinishedMerge(Location at) =>
        Diagnostic.Error(
            "HO0229",
            "a merge is not finished here: both sides stand in the file",
            at,
            "keep one side, or both, and remove the lines that begin with '<<<<<<<', '=======' and '>>>>>>>'"
        );

    internal static Diagnostic DuplicateKey(Severity severity, YamlDocument document, YamlDuplicate duplicate)
    {
        var line = document.LocationOf(duplicate.First).Start.Line;
        var name = (duplicate.Again.Resolved as YamlScalar)?.Value ?? "";
        return new Diagnostic(
            "HO0226",
            severity,
            $"key '{(name.Length <= 80 ? name : name[..80] + "…")}' stands in line {line} already",
            document.LocationOf(duplicate.Again),
            severity == Severity.Error ? "keep one of them" : "the last one wins; keep one of them"
        );
    }
}
