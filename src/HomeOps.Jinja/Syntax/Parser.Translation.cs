using System.Text;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax;

/// <summary>Translatable sections (jinja2.ext, InternationalizationExtension, old style of gettext calls).</summary>
internal sealed partial class Parser
{
    private const string CountVariable = "_trans";

    private void ParseTranslation()
    {
        var tag = stream.Next();
        var context = stream.Current.Kind == TokenKind.String ? stream.Next().Text : null;
        var variables = ParseTranslationVariables(out var count, out var trimmed);
        stream.Expect(TokenKind.BlockEnd);
        var referenced = new List<string>();
        var singular = ParseTranslationText(tag, referenced, isPlural: false);
        if (count is null && referenced.Count > 0)
        {
            count = Read(tag.Span, referenced[0]);
        }

        string? plural = null;
        string? counted = null;
        if (stream.Next().Text is "pluralize")
        {
            if (stream.Current.Kind != TokenKind.BlockEnd)
            {
                var name = stream.Expect(TokenKind.Name);
                counted = name.Text;
                count = variables.Find(v => v.Name == counted)?.Value ?? throw UnknownCount(name);
            }

            stream.Expect(TokenKind.BlockEnd);
            plural = ParseTranslationText(tag, referenced, isPlural: true);
            stream.Next();
            if (count is null)
            {
                throw TokenStream.Error("pluralize without variables", tag.Span);
            }
        }

        foreach (var name in referenced)
        {
            if (!variables.Exists(v => v.Name == name))
            {
                variables.Add(new TranslationVariable(name, Read(tag.Span, name)));
            }
        }

        string Trimmed(string text) => trimmed ? TranslationText.Trimmed(text) : text;
        string Final(string text) => referenced.Count > 0 ? text : text.Replace("%%", "%", StringComparison.Ordinal);

        singular = Trimmed(singular);
        plural = plural is null ? null : Trimmed(plural);
        var call = GettextCall(tag.Span, context, Final(singular), plural is null ? null : Final(plural), count);
        statements.Add(
            new TranslationStatement(
                new PrintStatement(Filled(tag.Span, new TranslatedExpression(call), variables)),
                new TranslatedSection(context, variables, singular, plural, counted ?? variables.FirstOrDefault()?.Name)
            )
        );
    }

    private List<TranslationVariable> ParseTranslationVariables(out Expression? count, out bool trimmed)
    {
        var variables = new List<TranslationVariable>();
        bool? isTrimmed = null;
        count = null;
        while (stream.Current.Kind != TokenKind.BlockEnd)
        {
            if (variables.Count > 0)
            {
                stream.Expect(TokenKind.Comma);
            }

            if (stream.SkipIf(TokenKind.Colon))
            {
                break;
            }

            var token = stream.Expect(TokenKind.Name);
            var name = token.Text ?? "";
            if (variables.Exists(v => v.Name == name))
            {
                var message = $"translatable variable {StringRepr.Of(name)} defined twice.";
                throw TokenStream.Error(message, token.Span, JinjaErrorKind.Assertion);
            }

            Expression value;
            if (stream.SkipIf(TokenKind.Assign))
            {
                value = ParseExpression();
            }
            else if (isTrimmed is null && name is "trimmed" or "notrimmed")
            {
                isTrimmed = name is "trimmed";
                continue;
            }
            else
            {
                value = Read(token.Span, name);
            }

            // A call that counts is made once, though its value is used twice.
            if (count is null && value is CallExpression)
            {
                var target = new NameTarget(value.Span, CountVariable);
                statements.Add(new SetStatement(value.Span, target, value));
                value = new NameExpression(value.Span, CountVariable);
            }

            count ??= value;
            variables.Add(new TranslationVariable(name, value));
        }

        trimmed = isTrimmed ?? false;
        return variables;
    }

    // Text and printed names up to endtrans or pluralize, which becomes the current token.
    private string ParseTranslationText(Token tag, List<string> referenced, bool isPlural)
    {
        var text = new StringBuilder();
        while (true)
        {
            switch (stream.Current.Kind)
            {
                case TokenKind.Data:
                    text.Append(Data(stream.Next()).ToString().Replace("%", "%%", StringComparison.Ordinal));
                    break;
                case TokenKind.VariableBegin:
                    stream.Next();
                    var name = stream.Expect(TokenKind.Name).Text ?? "";
                    referenced.Add(name);
                    text.Append("%(").Append(name).Append(")s");
                    stream.Expect(TokenKind.VariableEnd);
                    break;
                case TokenKind.BlockBegin:
                    stream.Next();
                    if (stream.Current.Is("endtrans") || (!isPlural && stream.Current.Is("pluralize")))
                    {
                        return text.ToString();
                    }

                    throw Misplaced(stream.Current);
                default:
                    throw TokenStream.Error("unclosed translation block", tag.Span);
            }
        }
    }

    private static JinjaException Misplaced(Token token) =>
        TokenStream.Error(
            token.Text switch
            {
                "pluralize" => "a translatable section can have only one pluralize section",
                "trans" => "trans blocks can't be nested; did you mean `endtrans`?",
                _ => $"control structures in translatable sections are not allowed; saw `{token.Text}`",
            },
            token.Span
        );

    private static JinjaException UnknownCount(Token name) =>
        TokenStream.Error(
            $"unknown variable {StringRepr.Of(name.Text ?? "")} for pluralization",
            name.Span,
            JinjaErrorKind.Assertion
        );

    private NameExpression Read(TextSpan span, string name)
    {
        mentions.Read(name);
        return new NameExpression(span, name);
    }

    private static CallExpression GettextCall(
        TextSpan span,
        string? context,
        string singular,
        string? plural,
        Expression? count
    )
    {
        var arguments = new List<Expression>();
        if (context is not null)
        {
            arguments.Add(new ConstantExpression(span, context));
        }

        arguments.Add(new ConstantExpression(span, singular));
        if (plural is not null && count is not null)
        {
            arguments.Add(new ConstantExpression(span, plural));
            arguments.Add(count);
        }

        var name = (context is null ? "" : "p") + "gettext";
        name = plural is null ? name : "n" + name;
        return new CallExpression(
            span,
            new NameExpression(span, name),
            new ArgumentList([.. arguments], [], null, null)
        );
    }

    private static Expression Filled(TextSpan span, Expression text, List<TranslationVariable> variables) =>
        variables.Count == 0
            ? text
            : new ArithmeticExpression(
                span,
                TokenKind.Mod,
                text,
                new DictExpression(
                    span,
                    [.. variables.Select(v => new DictItem(new ConstantExpression(span, v.Name), v.Value))]
                )
            );
}
