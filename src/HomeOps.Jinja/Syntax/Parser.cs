using System.Runtime.InteropServices;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax;

/// <summary>
/// Recursive descent over the tokens, in the order of jinja2.parser so that the same mistake is found first. This part holds
/// the frame: bodies, tags and the messages about wrong ones; statements and expressions have parts of their own.
/// </summary>
internal sealed partial class Parser
{
    // Deeper than people write, shallow enough for any stack. Chains (a + b + c) are guarded apart, see GuardedExpression.
    private const int MaxNesting = 100;

    /// <summary>Where the value of a single expression is left.</summary>
    public const string ExpressionResult = "result";

    /// <summary>The statements that are always on.</summary>
    public static readonly IReadOnlyList<string> Tags =
    [
        "for",
        "if",
        "block",
        "extends",
        "print",
        "macro",
        "include",
        "from",
        "import",
        "set",
        "with",
        "autoescape",
        "call",
        "filter",
        "raw",
    ];

    private readonly TokenStream stream;
    private readonly string source;

    // The statements of the bodies that are open, the outermost first.
    private readonly List<Statement> statements = new(16);
    private readonly JinjaExtensions extensions;
    private readonly MentionTracker mentions = new();
    private readonly List<Token> openTags = [];
    private readonly List<string[]> endTags = [];
    private int nesting;
    private int loops;

    private Parser(Lexer lexer, JinjaExtensions extensions)
    {
        stream = new TokenStream(lexer);
        source = lexer.Source;
        this.extensions = extensions;
    }

    /// <summary>The statements of a template.</summary>
    /// <param name="lexer">Reads the template.</param>
    /// <param name="extensions">The statements that are on.</param>
    /// <exception cref="JinjaException">TemplateSyntaxError with its span.</exception>
    public static ParsedTemplate Parse(Lexer lexer, JinjaExtensions extensions)
    {
        var parser = new Parser(lexer, extensions);
        var outer = parser.mentions.Begin();
        var body = parser.ParseBody([]);
        return new ParsedTemplate(body, parser.mentions.End(outer), [.. parser.blocks], parser.hasExtends);
    }

    /// <summary>A template that is one printed expression: its value becomes the variable <see cref="ExpressionResult"/>.</summary>
    /// <exception cref="JinjaException">TemplateSyntaxError with its span.</exception>
    public static ParsedTemplate ParseSingleExpression(Lexer lexer, JinjaExtensions extensions)
    {
        var parser = new Parser(lexer, extensions);
        var outer = parser.mentions.Begin();
        parser.stream.Expect(TokenKind.VariableBegin);
        var value = parser.ParseTuple();
        parser.stream.Expect(TokenKind.VariableEnd);
        if (parser.stream.Current.Kind != TokenKind.EndOfTemplate)
        {
            throw TokenStream.Error("chunk after expression", parser.stream.Current.Span);
        }

        var result = new SetStatement(value.Span, new NameTarget(value.Span, ExpressionResult), value);
        return new ParsedTemplate(new Body([result]), parser.mentions.End(outer), [], false);
    }

    // Text and tags up to one of the end tags, which becomes the current token.
    private Body ParseBody(string[] until)
    {
        var first = statements.Count;
        endTags.Add(until);
        Nest();
        while (stream.Current.Kind != TokenKind.EndOfTemplate)
        {
            var token = stream.Current;
            switch (token.Kind)
            {
                case TokenKind.Data:
                    statements.Add(new TextStatement(token.Span, Data(token)));
                    stream.Next();
                    break;
                case TokenKind.VariableBegin:
                    stream.Next();
                    statements.Add(new PrintStatement(ParseTuple()));
                    stream.Expect(TokenKind.VariableEnd);
                    break;
                default:
                    stream.Next();
                    if (stream.Current.Kind == TokenKind.Name && Array.IndexOf(until, stream.Current.Text) >= 0)
                    {
                        return End();
                    }

                    ParseStatement();
                    stream.Expect(TokenKind.BlockEnd);
                    break;
            }
        }

        return End();

        Body End()
        {
            endTags.RemoveAt(endTags.Count - 1);
            nesting--;
            var body = new Body(CollectionsMarshal.AsSpan(statements)[first..].ToArray());
            statements.RemoveRange(first, statements.Count - first);
            return body;
        }
    }

    // The body of a tag: an optional colon, the end of the tag, statements, and the name of the end tag as current token.
    private Body ParseTagBody(string[] until)
    {
        stream.SkipIf(TokenKind.Colon);
        stream.Expect(TokenKind.BlockEnd);
        var body = ParseBody(until);
        if (stream.Current.Kind == TokenKind.EndOfTemplate)
        {
            endTags.Add(until);
            var open = openTags.Count == 0 ? stream.Current : openTags[^1];
            throw UnknownTag(null, open.Span);
        }

        return body;
    }

    private ReadOnlyMemory<char> Data(Token token) =>
        token.Text?.AsMemory() ?? source.AsMemory(token.Start, token.Length);

    private void ParseStatement()
    {
        var tag = stream.Current;
        if (tag.Kind != TokenKind.Name)
        {
            throw TokenStream.Error("tag name expected", tag.Span);
        }

        openTags.Add(tag);
        if (tag.Text is "print")
        {
            ParsePrint();
        }
        else if (tag.Text is "trans" && extensions.HasFlag(JinjaExtensions.I18n))
        {
            ParseTranslation();
        }
        else
        {
            statements.Add(ParseTag(tag));
        }

        openTags.RemoveAt(openTags.Count - 1);
    }

    private Statement ParseTag(Token tag)
    {
        switch (tag.Text)
        {
            case "for":
                return ParseFor();
            case "if":
                return ParseIf();
            case "block":
                return ParseBlock();
            case "extends":
                return ParseExtends();
            case "macro":
                return ParseMacro();
            case "include":
                return ParseInclude();
            case "from":
                return ParseFrom();
            case "import":
                return ParseImport();
            case "set":
                return ParseSet();
            case "with":
                return ParseWith();
            case "autoescape":
                return ParseAutoescape();
            case "call":
                return ParseCallBlock();
            case "filter":
                return ParseFilterBlock();
            case "do" when extensions.HasFlag(JinjaExtensions.Do):
                stream.Next();
                return new DoStatement(ParseTuple());
            case "debug" when extensions.HasFlag(JinjaExtensions.Debug):
                return new DebugStatement(stream.Next().Span);
            case "break" or "continue" when extensions.HasFlag(JinjaExtensions.LoopControls):
                return ParseLoopControl(stream.Next());
            default:
                openTags.RemoveAt(openTags.Count - 1);
                throw UnknownTag(tag.Text, tag.Span);
        }
    }

    private JinjaException UnknownTag(string? name, TextSpan span)
    {
        var parts = new List<string>
        {
            name is null ? "Unexpected end of template." : $"Encountered unknown tag {StringRepr.Of(name)}.",
        };
        if (endTags.FindLast(static e => e.Length > 0) is { } looking)
        {
            var tags = string.Join(" or ", looking.Select(StringRepr.Of));
            parts.Add(
                name is not null && endTags.Exists(e => e.Contains(name, StringComparer.Ordinal))
                    ? $"You probably made a nesting mistake. Jinja is expecting this tag, but currently looking for {tags}."
                    : $"Jinja was looking for the following tags: {tags}."
            );
        }

        if (openTags.Count > 0)
        {
            parts.Add($"The innermost block that needs to be closed is {StringRepr.Of(openTags[^1].Text ?? "")}.");
        }

        var error = TokenStream.Error(string.Join(' ', parts), span);
        error.Hint = name is null ? null : TagHint(name);
        return error;
    }

    private string? TagHint(string name) =>
        name switch
        {
            "do" => "turn on the extension jinja2.ext.do",
            "break" or "continue" => "turn on the extension jinja2.ext.loopcontrols",
            "trans" => "turn on the extension jinja2.ext.i18n",
            "debug" => "turn on the extension jinja2.ext.debug",
            _ => NameHints.Nearest(name, [.. endTags.SelectMany(static e => e), .. Tags]),
        };

    private void Nest()
    {
        if (++nesting > MaxNesting)
        {
            throw TokenStream.Error("the template is nested too deeply", stream.Current.Span, JinjaErrorKind.Recursion);
        }

        StackGuard.Ensure();
    }

    private TextSpan From(int start) => TextSpan.FromBounds(start, Math.Max(start, stream.PreviousEnd));
}
