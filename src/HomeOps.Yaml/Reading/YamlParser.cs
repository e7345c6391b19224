using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>Builds documents from tokens, by libyaml's grammar.</summary>
internal sealed partial class YamlParser(SourceText source, int end, int maxDepth)
{
    private readonly YamlScanner scanner = new(source, end);
    private readonly Dictionary<string, string> tagHandles = new(StringComparer.Ordinal);

    // Anchors of the document; null while the node that carries one is still being read.
    private readonly Dictionary<string, YamlNode?> anchors = new(StringComparer.Ordinal);
    private int depth;

    /// <summary>Adds the documents of the text one by one.</summary>
    /// <exception cref="YamlSyntaxException">At the first error.</exception>
    public void Parse(List<YamlDocument> documents)
    {
        Peek();
        Take();
        var mayBeBare = true;
        while (true)
        {
            var token = Peek();
            while (token.Kind == TokenKind.DocumentEnd)
            {
                mayBeBare = true;
                Take();
                token = Peek();
            }

            if (token.Kind == TokenKind.StreamEnd)
            {
                return;
            }

            documents.Add(ParseDocument(mayBeBare, out mayBeBare));
            anchors.Clear();
        }
    }

    private YamlDocument ParseDocument(bool mayBeBare, out bool ended)
    {
        tagHandles.Clear();
        var documentHead = "";
        YamlNode? root;
        var token = Peek();
        var isBare =
            mayBeBare
            && token.Kind
                is not (
                    TokenKind.VersionDirective
                    or TokenKind.TagDirective
                    or TokenKind.UnknownDirective
                    or TokenKind.DocumentStart
                );
        if (isBare)
        {
            documentHead = SplitDocumentHead();
            root = ParseNode(block: true, indentless: false);
        }
        else
        {
            ReadDirectives();
            token = Peek();
            if (token.Kind != TokenKind.DocumentStart)
            {
                throw Error(YamlDiagnostics.ExpectedDocumentStart(LineOf(token)));
            }

            Take();
            root = IsContentEnd(Peek().Kind) ? null : ParseNode(block: true, indentless: false);
        }

        token = Peek();
        ended = token.Kind == TokenKind.DocumentEnd;
        if (ended)
        {
            Take();
        }

        var comments = TakeComments();
        var below = comments.Foot.Length > 0 ? comments.Foot : comments.Head;
        return new YamlDocument(source, root)
        {
            Comments =
                documentHead.Length + below.Length > 0 ? new YamlComments(documentHead, "", below) : YamlComments.None,
            ExplicitStart = !isBare,
        };
    }

    private static bool IsContentEnd(TokenKind kind) =>
        kind
            is TokenKind.VersionDirective
                or TokenKind.TagDirective
                or TokenKind.UnknownDirective
                or TokenKind.DocumentStart
                or TokenKind.DocumentEnd
                or TokenKind.StreamEnd;

    private void ReadDirectives()
    {
        var hasVersion = false;
        for (var token = Peek(); ; token = Peek())
        {
            switch (token.Kind)
            {
                case TokenKind.VersionDirective
                    when !hasVersion && token.Value.StartsWith("1.", StringComparison.Ordinal):
                    hasVersion = true;
                    break;
                case TokenKind.TagDirective when IsHandle(token.Value) && tagHandles.TryAdd(token.Value, token.Suffix):
                    break;
                case TokenKind.UnknownDirective:
                    break;
                case TokenKind.VersionDirective or TokenKind.TagDirective:
                    throw Error(YamlDiagnostics.BadDirective(source.At(token.Span)));
                default:
                    return;
            }

            Take();
        }
    }

    private static bool IsHandle(string handle) => handle.StartsWith('!') && handle.EndsWith('!');

    private string ResolveTag(Token token)
    {
        if (token.Value.Length == 0)
        {
            return token.Suffix;
        }

        if (tagHandles.TryGetValue(token.Value, out var prefix))
        {
            return prefix + token.Suffix;
        }

        return token.Value switch
        {
            "!" => "!" + token.Suffix,
            "!!" => "tag:yaml.org,2002:" + token.Suffix,
            _ => throw Error(YamlDiagnostics.UndefinedTagHandle(source.At(token.Span))),
        };
    }

    private Token Peek()
    {
        ref readonly var token = ref scanner.Peek();
        Unfold(in token);
        return token;
    }

    private void Take() => scanner.Take();

    // The token itself, or for one without characters the rest of the line it stands on.
    private Location LineOf(Token token)
    {
        if (token.Span.Length > 0)
        {
            return source.At(token.Span);
        }

        var start = Math.Clamp(token.Start.Index, 0, source.Text.Length);
        var length = source.Text.AsSpan(start).IndexOfAny('\n', '\r');
        return source.At(start, length < 0 ? source.Text.Length - start : length);
    }

    private static YamlSyntaxException Error(Diagnostic diagnostic) => new(diagnostic);
}
