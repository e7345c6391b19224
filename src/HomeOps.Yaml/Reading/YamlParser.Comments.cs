using System.Text;

namespace HomeOps.Yaml;

// Attachment of comments after go-yaml v3 (parserc.go, decode.go).
internal sealed partial class YamlParser
{
    private readonly StringBuilder head = new();
    private readonly StringBuilder lineComment = new();
    private readonly StringBuilder foot = new();

    // The head comment of a collection that begins on the line of a "-".
    private string stem = "";

    // Takes over the comments that wait for a token at or before this one.
    private void Unfold(ref readonly Token token)
    {
        while (scanner.Comments.First is { } comment && token.Start.Index >= comment.Token.Index)
        {
            if (comment.Head.Length > 0)
            {
                if (token.Kind == TokenKind.BlockEnd)
                {
                    return;
                }

                Append(head, comment.Head);
            }

            if (comment.Foot.Length > 0)
            {
                Append(foot, comment.Foot);
            }

            if (comment.Line.Length > 0)
            {
                Append(lineComment, comment.Line);
            }

            scanner.Comments.Take();
        }
    }

    private static void Append(StringBuilder comment, string more) =>
        (comment.Length == 0 ? comment : comment.Append('\n')).Append(more);

    private static string Drain(StringBuilder comment)
    {
        var text = comment.ToString();
        comment.Clear();
        return text;
    }

    private YamlComments TakeComments()
    {
        stem = "";
        if (head.Length + lineComment.Length + foot.Length == 0)
        {
            return YamlComments.None;
        }

        return new YamlComments(Drain(head), Drain(lineComment), Drain(foot));
    }

    private YamlComments TakeStem()
    {
        if (stem.Length == 0)
        {
            return YamlComments.None;
        }

        var comments = new YamlComments(stem);
        stem = "";
        return comments;
    }

    // Comments above the content up to the last blank line belong to the document, the rest to its first key.
    private string SplitDocumentHead()
    {
        if (head.Length == 0)
        {
            return "";
        }

        var text = head.ToString();
        for (var i = text.Length - 1; i > 0; i--)
        {
            if (text[i] != '\n')
            {
                continue;
            }

            var atEnd = i == text.Length - 1;
            if (atEnd || text[i - 1] == '\n')
            {
                head.Remove(0, i + 1);
                return atEnd ? text[..i] : text[..(i - 1)];
            }
        }

        return "";
    }

    // "# text" above "- key: value" belongs to the collection that is the item, not to its first key.
    private void SplitStem(int length)
    {
        if (length == 0 || Peek().Kind is not (TokenKind.BlockSequenceStart or TokenKind.BlockMappingStart))
        {
            return;
        }

        stem = head.ToString(0, length);
        head.Remove(0, Math.Min(length + 1, head.Length));
    }

    private static void GiveFoot(YamlNode to, YamlNode from)
    {
        to.SetComments(to.Comments with { Foot = from.Comments.Foot });
        from.SetComments(from.Comments with { Foot = "" });
    }
}
