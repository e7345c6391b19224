namespace HomeOps.Yaml;

// Attachment of comments after go-yaml v3 (parserc.go, decode.go).
internal sealed partial class YamlParser
{
    private string head = "";
    private string lineComment = "";
    private string foot = "";

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

                head = Join(head, comment.Head);
            }

            if (comment.Foot.Length > 0)
            {
                foot = Join(foot, comment.Foot);
            }

            if (comment.Line.Length > 0)
            {
                lineComment = Join(lineComment, comment.Line);
            }

            scanner.Comments.Take();
        }
    }

    private static string Join(string first, string second) => first.Length == 0 ? second : first + "\n" + second;

    private YamlComments TakeComments()
    {
        stem = "";
        if (head.Length + lineComment.Length + foot.Length == 0)
        {
            return YamlComments.None;
        }

        var comments = new YamlComments(head, lineComment, foot);
        head = lineComment = foot = "";
        return comments;
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
        for (var i = head.Length - 1; i > 0; i--)
        {
            if (head[i] != '\n')
            {
                continue;
            }

            var atEnd = i == head.Length - 1;
            if (atEnd || head[i - 1] == '\n')
            {
                var documentHead = atEnd ? head[..i] : head[..(i - 1)];
                head = head[(i + 1)..];
                return documentHead;
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

        stem = head[..length];
        head = head.Length == length ? "" : head[(length + 1)..];
    }

    private static void GiveFoot(YamlNode to, YamlNode from)
    {
        to.SetComments(to.Comments with { Foot = from.Comments.Foot });
        from.SetComments(from.Comments with { Foot = "" });
    }
}
