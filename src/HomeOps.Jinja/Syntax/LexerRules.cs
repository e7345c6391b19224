using System.Buffers;

namespace HomeOps.Jinja.Syntax;

/// <summary>What can open a tag, prepared once per environment.</summary>
internal sealed class LexerRules
{
    private readonly Opening[] openings;
    private readonly SearchValues<char> firsts;
    private readonly bool hasPrefixes;

    public LexerRules(JinjaSyntax syntax)
    {
        syntax.Validate();
        Syntax = syntax;
        var all = new List<Opening>
        {
            new(OpeningKind.Variable, syntax.VariableStart),
            new(OpeningKind.Comment, syntax.CommentStart),
            new(OpeningKind.Block, syntax.BlockStart),
        };
        if (syntax.LineStatementPrefix is { } statement)
        {
            all.Add(new(OpeningKind.LineStatement, statement));
        }

        if (syntax.LineCommentPrefix is { } comment)
        {
            all.Add(new(OpeningKind.LineComment, comment));
        }

        // At one place the longest opening wins; equals go variable, line statement, line comment, comment, block.
        all.Sort(
            static (a, b) => a.Text.Length != b.Text.Length ? b.Text.Length - a.Text.Length : a.Kind.CompareTo(b.Kind)
        );
        openings = [.. all];
        hasPrefixes = syntax.LineStatementPrefix is not null || syntax.LineCommentPrefix is not null;
        firsts = SearchValues.Create([syntax.VariableStart[0], syntax.CommentStart[0], syntax.BlockStart[0]]);
    }

    public JinjaSyntax Syntax { get; }

    /// <summary>Finds the first tag at or after an offset.</summary>
    /// <param name="source">The template.</param>
    /// <param name="from">Where to start.</param>
    /// <param name="start">Where the tag starts, the blanks before a line prefix included.</param>
    /// <param name="end">Just behind the opening text.</param>
    /// <returns>What was found; <see cref="OpeningKind.None"/> when only text follows.</returns>
    public OpeningKind Find(string source, int from, out int start, out int end)
    {
        for (start = from; start < source.Length; start++)
        {
            if (!hasPrefixes)
            {
                var next = source.AsSpan(start).IndexOfAny(firsts);
                if (next < 0)
                {
                    break;
                }

                start += next;
            }

            foreach (var opening in openings)
            {
                if (opening.Matches(source, start, out end))
                {
                    return opening.Kind;
                }
            }
        }

        end = start = source.Length;
        return OpeningKind.None;
    }

    private sealed record Opening(OpeningKind Kind, string Text)
    {
        public bool Matches(string source, int at, out int end)
        {
            var text = at;
            if (Kind == OpeningKind.LineStatement)
            {
                if (!IsLineStart(source, at))
                {
                    end = at;
                    return false;
                }

                while (text < source.Length && source[text] is ' ' or '\t' or '\v')
                {
                    text++;
                }
            }
            else if (Kind == OpeningKind.LineComment)
            {
                if (!IsLineStart(source, at) && CharacterClasses.IsSpace(source[at - 1]))
                {
                    end = at;
                    return false;
                }

                while (text < source.Length && source[text] != '\n' && CharacterClasses.IsSpace(source[text]))
                {
                    text++;
                }
            }

            end = text + Text.Length;
            return source.AsSpan(text).StartsWith(Text, StringComparison.Ordinal);
        }

        private static bool IsLineStart(string source, int at) => at == 0 || source[at - 1] == '\n';
    }
}

/// <summary>What a tag's opening text announces, in the order of precedence among equally long ones.</summary>
internal enum OpeningKind
{
    Variable,
    LineStatement,
    LineComment,
    Comment,
    Block,
    None,
}
