using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>One option: its dotted name, what it is made of, and where its value goes.</summary>
/// <param name="Name">As in makejinja.toml.</param>
/// <param name="Kind">What its value is made of.</param>
/// <param name="Set">Gives the options with the value; null when the value is none that the option knows.</param>
/// <param name="Wanted">For a message: what the option wants, where its kind does not say it.</param>
internal sealed record Option(
    string Name,
    OptionKind Kind,
    Func<MakejinjaOptions, OptionValue, MakejinjaOptions?> Set,
    string? Wanted = null
);

/// <summary>All options of makejinja 2.8.</summary>
internal static class OptionTable
{
    public static Option[] All { get; } =
    [
        new("inputs", OptionKind.List, static (o, v) => o with { Inputs = v.List }),
        new("output", OptionKind.Text, static (o, v) => o with { Output = v.Text }),
        new("include_patterns", OptionKind.List, static (o, v) => o with { IncludePatterns = v.List }),
        new("exclude_patterns", OptionKind.List, static (o, v) => o with { ExcludePatterns = v.List }),
        new("jinja_suffix", OptionKind.OptionalText, static (o, v) => o with { JinjaSuffix = v.Text }),
        new("keep_jinja_suffix", OptionKind.Flag, static (o, v) => o with { KeepJinjaSuffix = v.Flag }),
        new("keep_empty", OptionKind.Flag, static (o, v) => o with { KeepEmpty = v.Flag }),
        new("copy_metadata", OptionKind.Flag, static (o, v) => o with { CopyMetadata = v.Flag }),
        new("data", OptionKind.List, static (o, v) => o with { Data = v.List }),
        new(
            "data_vars",
            OptionKind.Pairs,
            static (o, v) =>
                o with
                {
                    DataVars = [.. v.Pairs.Select(static p => KeyValuePair.Create(p.Key, p.Value[0]))],
                }
        ),
        new("file_data", OptionKind.PairsOfLists, static (o, v) => o with { FileData = v.Pairs }),
        new("plugins", OptionKind.List, static (o, v) => o with { Plugins = v.List }),
        new("loaders", OptionKind.List, static (o, v) => o with { Loaders = v.List }),
        new("import_paths", OptionKind.List, static (o, v) => o with { ImportPaths = v.List }),
        new("extensions", OptionKind.List, SetExtensions, "a list of jinja2.ext.do, .loopcontrols, .i18n, .debug"),
        new("undefined", OptionKind.Text, SetUndefined, "one of default, chainable, debug, strict"),
        new("exec_pre", OptionKind.List, static (o, v) => o with { ExecPre = v.List }),
        new("exec_post", OptionKind.List, static (o, v) => o with { ExecPost = v.List }),
        new("clean", OptionKind.Flag, static (o, v) => o with { Clean = v.Flag }),
        new("force", OptionKind.Flag, static (o, v) => o with { Force = v.Flag }),
        new("quiet", OptionKind.Flag, static (o, v) => o with { Quiet = v.Flag }),
        Syntax("delimiter.block_start", OptionKind.Text, static (s, v) => s with { BlockStart = v.Text }),
        Syntax("delimiter.block_end", OptionKind.Text, static (s, v) => s with { BlockEnd = v.Text }),
        Syntax("delimiter.variable_start", OptionKind.Text, static (s, v) => s with { VariableStart = v.Text }),
        Syntax("delimiter.variable_end", OptionKind.Text, static (s, v) => s with { VariableEnd = v.Text }),
        Syntax("delimiter.comment_start", OptionKind.Text, static (s, v) => s with { CommentStart = v.Text }),
        Syntax("delimiter.comment_end", OptionKind.Text, static (s, v) => s with { CommentEnd = v.Text }),
        Syntax(
            "prefix.line_statement",
            OptionKind.OptionalText,
            static (s, v) => s with { LineStatementPrefix = Given(v.Text) }
        ),
        Syntax(
            "prefix.line_comment",
            OptionKind.OptionalText,
            static (s, v) => s with { LineCommentPrefix = Given(v.Text) }
        ),
        Syntax("whitespace.trim_blocks", OptionKind.Flag, static (s, v) => s with { TrimBlocks = v.Flag }),
        Syntax("whitespace.lstrip_blocks", OptionKind.Flag, static (s, v) => s with { LstripBlocks = v.Flag }),
        Syntax(
            "whitespace.keep_trailing_newline",
            OptionKind.Flag,
            static (s, v) => s with { KeepTrailingNewline = v.Flag }
        ),
        new("whitespace.newline_sequence", OptionKind.Text, SetNewline, @"one of \n, \r\n, \r"),
        new("internal.autoescape", OptionKind.Flag, static (o, v) => o with { Autoescape = v.Flag }),
        // How makejinja drives Python's Jinja; none of them changes what is rendered.
        new("internal.optimized", OptionKind.Flag, static (o, _) => o),
        new("internal.cache_size", OptionKind.Number, static (o, _) => o),
        new("internal.auto_reload", OptionKind.Flag, static (o, _) => o),
        new("internal.enable_async", OptionKind.Flag, static (o, _) => o),
    ];

    public static Option? Find(string name) => Array.Find(All, o => o.Name == name);

    private static Option Syntax(string name, OptionKind kind, Func<JinjaSyntax, OptionValue, JinjaSyntax> set) =>
        new(name, kind, (o, v) => o with { Syntax = set(o.Syntax, v) });

    // A shell hands on a backslash as it is typed.
    private static MakejinjaOptions? SetNewline(MakejinjaOptions options, OptionValue value) =>
        value.Text switch
        {
            "\n" or @"\n" => options with { Syntax = options.Syntax with { NewlineSequence = "\n" } },
            "\r\n" or @"\r\n" => options with { Syntax = options.Syntax with { NewlineSequence = "\r\n" } },
            "\r" or @"\r" => options with { Syntax = options.Syntax with { NewlineSequence = "\r" } },
            _ => null,
        };

    private static MakejinjaOptions? SetUndefined(MakejinjaOptions options, OptionValue value) =>
        value.Text switch
        {
            "default" => options with { Undefined = UndefinedMode.Default },
            "chainable" => options with { Undefined = UndefinedMode.Chainable },
            "debug" => options with { Undefined = UndefinedMode.Debug },
            "strict" => options with { Undefined = UndefinedMode.Strict },
            _ => null,
        };

    private static MakejinjaOptions? SetExtensions(MakejinjaOptions options, OptionValue value)
    {
        var extensions = JinjaExtensions.None;
        foreach (var name in value.List)
        {
            switch (name)
            {
                case "jinja2.ext.do":
                    extensions |= JinjaExtensions.Do;
                    break;
                case "jinja2.ext.loopcontrols":
                    extensions |= JinjaExtensions.LoopControls;
                    break;
                case "jinja2.ext.i18n":
                    extensions |= JinjaExtensions.I18n;
                    break;
                case "jinja2.ext.debug":
                    extensions |= JinjaExtensions.Debug;
                    break;
                default:
                    return null;
            }
        }

        return options with
        {
            Extensions = extensions,
        };
    }

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
