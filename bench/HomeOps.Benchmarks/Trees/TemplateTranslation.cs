using System.Text;
using System.Text.RegularExpressions;
using HomeOps.Jinja.Syntax;

namespace HomeOps.Benchmarks.Trees;

/// <summary>
/// Writes a template of a home-ops tree in another engine's language. White space is settled here, as trim_blocks, lstrip_blocks
/// and keep_trailing_newline ask for, so that the result needs no control of it.
/// </summary>
internal abstract class TemplateTranslation
{
    private int temporaries;

    /// <summary>The translated text.</summary>
    protected StringBuilder Output { get; } = new();

    /// <summary>Translates a template.</summary>
    /// <exception cref="NotSupportedException">It has something that the translation does not know.</exception>
    public string Translate(string template, JinjaSyntax syntax)
    {
        var open = new Stack<string>();
        var at = 0;
        foreach (Match tag in Tags(syntax).Matches(template))
        {
            var text = template[at..tag.Index];
            var startsLine = at == 0 || template[at - 1] == '\n';
            at = tag.Index + tag.Length;
            if (tag.Groups["value"].Success)
            {
                Text(text);
                Print(JinjaExpressionReader.Read(tag.Groups["value"].Value));
                continue;
            }

            var line = text.LastIndexOf('\n') + 1;
            Text(line > 0 || startsLine ? text[..line] + Lstripped(text[line..]) : text);
            at += at < template.Length && template[at] == '\n' ? 1 : 0;
            if (tag.Groups["block"].Success)
            {
                Block(tag.Groups["block"].Value.Trim(), open);
            }
        }

        Text(template[at..]);
        return Output.ToString();
    }

    protected abstract void Text(string text);

    protected abstract void Print(JinjaExpression value);

    protected abstract void If(JinjaExpression condition);

    protected abstract void Else();

    protected abstract void For(string variable, JinjaExpression list);

    protected abstract void Capture(string variable);

    protected abstract void End(string block);

    /// <summary>A variable that no template has.</summary>
    protected string Temporary() => $"t_{++temporaries}";

    private void Block(string block, Stack<string> open)
    {
        var (name, rest) = block.IndexOf(' ', StringComparison.Ordinal) is var space and > 0
            ? (block[..space], block[space..].Trim())
            : (block, "");
        switch (name)
        {
            case "if":
                open.Push("if");
                If(JinjaExpressionReader.Read(rest));
                break;
            case "else" when open.Peek() == "if":
                Else();
                break;
            case "for" when rest.Split(" in ", 2) is [var variable, var list] && !variable.Contains(','):
                open.Push("for");
                For(
                    variable,
                    JinjaExpressionReader.Read(list) is var items and not JinjaExpression.Choice
                        ? items
                        : throw new NotSupportedException("a loop with a condition")
                );
                break;
            case "filter":
                var captured = Temporary();
                open.Push($"{captured} | {rest}");
                Capture(captured);
                break;
            case "endif" or "endfor" when open.TryPeek(out var top) && name == $"end{top}":
                End(open.Pop());
                break;
            case "endfilter":
                End("capture");
                Print(JinjaExpressionReader.Read(open.Pop()));
                break;
            default:
                throw new NotSupportedException($"the block {block}");
        }
    }

    // Only where nothing else stands before the block in its line.
    private static string Lstripped(string line) => string.IsNullOrWhiteSpace(line) ? "" : line;

    private static Regex Tags(JinjaSyntax syntax)
    {
        string Between(string start, string name, string end) =>
            $"{Regex.Escape(start)}(?<{name}>.*?){Regex.Escape(end)}";
        return new Regex(
            Between(syntax.BlockStart, "block", syntax.BlockEnd)
                + "|"
                + Between(syntax.VariableStart, "value", syntax.VariableEnd)
                + "|"
                + Between(syntax.CommentStart, "comment", syntax.CommentEnd),
            RegexOptions.Singleline | RegexOptions.CultureInvariant
        );
    }
}
