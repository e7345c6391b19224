using System.Numerics;
using System.Text.Json;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Conformance;

/// <summary>
/// A <c>cases.json</c> of templates with what Jinja2 made of them. A case passes when the text is the same, or when the error is
/// of the same kind; how many messages agree to the letter is told apart.
/// </summary>
internal sealed class JinjaCorpus : ICorpus
{
    private int sameMessages;
    private int errors;

    public string Name => "jinja";

    public string Note => $"of {errors} errors of the right kind, {sameMessages} have Jinja2's own words";

    public IEnumerable<CaseResult> Run(string path, string filter)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var item in document.RootElement.EnumerateArray())
        {
            var id = Text(item, "id") ?? "";
            if (id.Contains(filter, StringComparison.Ordinal))
            {
                yield return RunCase(id, item);
            }
        }
    }

    private CaseResult RunCase(string id, JsonElement item)
    {
        var exotic = item.TryGetProperty("exotic", out var mark) && mark.ValueKind != JsonValueKind.False;
        var kind = exotic ? "jinja-exotic" : "jinja";
        var answer = item.TryGetProperty("jinja_3_1_6", out var newer) ? newer : item;
        var expected = Text(answer, "expected");
        var errorKind = Text(answer, "error_kind");
        try
        {
            var text = Render(item);
            return expected is null
                    ? CaseResult.Fail(
                        id,
                        kind,
                        $"expected {errorKind}: {Text(answer, "error_message")}\ngot {Quoted(text)}"
                    )
                : string.Equals(text, expected, StringComparison.Ordinal) ? CaseResult.Pass(id, kind)
                : CaseResult.Fail(id, kind, $"{Template(item)}expected {Quoted(expected)}\ngot      {Quoted(text)}");
        }
        catch (JinjaException error)
        {
            var actual = KindOf(error.Kind);
            if (string.Equals(actual, errorKind, StringComparison.Ordinal))
            {
                errors++;
                sameMessages += string.Equals(error.Message, Text(answer, "error_message"), StringComparison.Ordinal)
                    ? 1
                    : 0;
                return CaseResult.Pass(id, kind);
            }

            var wanted = expected is null ? $"{errorKind}: {Text(answer, "error_message")}" : Quoted(expected);
            return CaseResult.Fail(id, kind, $"{Template(item)}expected {wanted}\ngot      {actual}: {error.Message}");
        }
    }

    private static string Render(JsonElement item)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        if (item.TryGetProperty("files", out var given))
        {
            foreach (var file in given.EnumerateObject())
            {
                files[file.Name] = file.Value.GetString() ?? "";
            }
        }

        var source = Text(item, "template") ?? "";
        var name = Text(item, "template_name");
        if (name is not null)
        {
            files[name] = source;
        }

        var options = Options(item, files.Count == 0 ? null : new DictionaryLoader(files));
        var environment = new JinjaEnvironment(options);
        var template = name is null ? environment.FromString(source) : environment.GetTemplate(name);
        var text = template.Render(Names(item, "context"));
        var reprinted = files.Count == 0 ? Reprinted(item, options, template) : text;
        return string.Equals(text, reprinted, StringComparison.Ordinal)
            ? text
            : $"{text}\nbut printed as {template.ToSource()}\nit gives {reprinted}";
    }

    // What the template gives after it was printed and read again; other templates it uses are not printed, so it must stand alone.
    private static string Reprinted(JsonElement item, JinjaOptions options, Template template)
    {
        var plain = JinjaSyntax.Default with
        {
            KeepTrailingNewline = true,
            NewlineSequence = options.Syntax.NewlineSequence,
        };
        var printed = new JinjaEnvironment(options with { Syntax = plain }).FromString(template.ToSource());
        return printed.Render(Names(item, "context"));
    }

    private static JinjaOptions Options(JsonElement item, ITemplateLoader? loader)
    {
        var options = item.GetProperty("options");
        var extensions = JinjaExtensions.None;
        if (options.TryGetProperty("extensions", out var on))
        {
            foreach (var extension in on.EnumerateArray())
            {
                extensions |= extension.GetString() switch
                {
                    "do" => JinjaExtensions.Do,
                    "loopcontrols" => JinjaExtensions.LoopControls,
                    var other => throw new InvalidOperationException($"unknown extension {other}"),
                };
            }
        }

        return new JinjaOptions
        {
            Syntax = Syntax(options),
            Extensions = extensions,
            Autoescape = Flag(options, "autoescape"),
            Undefined = Text(options, "undefined") switch
            {
                "chainable" => UndefinedMode.Chainable,
                "debug" => UndefinedMode.Debug,
                "strict" => UndefinedMode.Strict,
                _ => UndefinedMode.Default,
            },
            Loader = loader,
            Globals = Names(item, "globals"),
        };
    }

    private static JinjaSyntax Syntax(JsonElement options)
    {
        var syntax = new JinjaSyntax
        {
            TrimBlocks = Flag(options, "trim_blocks"),
            LstripBlocks = Flag(options, "lstrip_blocks"),
            KeepTrailingNewline = Flag(options, "keep_trailing_newline"),
            LineStatementPrefix = Text(options, "line_statement_prefix"),
            LineCommentPrefix = Text(options, "line_comment_prefix"),
            NewlineSequence = Text(options, "newline_sequence") ?? "\n",
        };
        return options.TryGetProperty("delimiters", out var delimiters)
            ? syntax with
            {
                BlockStart = Text(delimiters, "block_start") ?? syntax.BlockStart,
                BlockEnd = Text(delimiters, "block_end") ?? syntax.BlockEnd,
                VariableStart = Text(delimiters, "variable_start") ?? syntax.VariableStart,
                VariableEnd = Text(delimiters, "variable_end") ?? syntax.VariableEnd,
                CommentStart = Text(delimiters, "comment_start") ?? syntax.CommentStart,
                CommentEnd = Text(delimiters, "comment_end") ?? syntax.CommentEnd,
            }
            : syntax;
    }

    private static Dictionary<string, Value> Names(JsonElement item, string property)
    {
        var names = new Dictionary<string, Value>(StringComparer.Ordinal);
        if (item.TryGetProperty(property, out var given))
        {
            foreach (var name in given.EnumerateObject())
            {
                names[name.Name] = ValueOf(name.Value);
            }
        }

        return names;
    }

    private static Value ValueOf(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                return json.GetString() ?? "";
            case JsonValueKind.True or JsonValueKind.False:
                return json.GetBoolean();
            case JsonValueKind.Number:
                return BigInteger.TryParse(json.GetRawText(), out var number)
                    ? Value.Integer(number)
                    : json.GetDouble();
            case JsonValueKind.Array:
                return new PyList([.. json.EnumerateArray().Select(ValueOf)]);
            case JsonValueKind.Object:
                var dict = new PyDict();
                foreach (var property in json.EnumerateObject())
                {
                    dict.Set(property.Name, ValueOf(property.Value));
                }

                return dict;
            default:
                return Value.None;
        }
    }

    // The corpus names kinds of errors by what they are about.
    private static string KindOf(JinjaErrorKind kind) =>
        kind switch
        {
            JinjaErrorKind.Syntax or JinjaErrorKind.Assertion => "syntax",
            JinjaErrorKind.Undefined => "undefined",
            JinjaErrorKind.NotFound or JinjaErrorKind.NoneFound => "not_found",
            JinjaErrorKind.Runtime or JinjaErrorKind.FilterArgument or JinjaErrorKind.Security => "runtime",
            JinjaErrorKind.Type => "type",
            JinjaErrorKind.Value => "value",
            JinjaErrorKind.Key => "key",
            JinjaErrorKind.Index => "index",
            JinjaErrorKind.Attribute => "attribute",
            JinjaErrorKind.ZeroDivision => "zero_division",
            JinjaErrorKind.Overflow => "overflow",
            JinjaErrorKind.Recursion => "recursion",
            _ => "other",
        };

    private static bool Flag(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.True;

    private static string? Text(JsonElement json, string property) =>
        json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Template(JsonElement item) => $"in       {Quoted(Text(item, "template") ?? "")}\n";

    private static string Quoted(string text)
    {
        var shown = text.Length > 300 ? text[..300] + "…" : text;
        return '"'
            + shown.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)
            + '"';
    }
}
