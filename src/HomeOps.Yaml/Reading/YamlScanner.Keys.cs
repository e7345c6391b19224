using System.Runtime.InteropServices;

namespace HomeOps.Yaml;

internal sealed partial class YamlScanner
{
    private const int MaxSimpleKey = 1024;

    private readonly List<SimpleKey> simpleKeys = [new SimpleKey()];
    private readonly Stack<int> indents = new();
    private int indent = -1;
    private bool simpleKeyAllowed = true;
    private int pendingKeyLevel;

    private struct SimpleKey
    {
        public bool Possible;
        public bool Required;
        public int TokenNumber;
        public Mark Mark;

        // Offset of the bracket that opened this flow level.
        public int Opening;
    }

    private Span<SimpleKey> SimpleKeys => CollectionsMarshal.AsSpan(simpleKeys);

    private bool IsHeadPossibleKey()
    {
        ref readonly var head = ref tokens.First;
        if (head.KeyLevel == 0 || head.KeyLevel > simpleKeys.Count)
        {
            return false;
        }

        ref var key = ref SimpleKeys[head.KeyLevel - 1];
        return key.TokenNumber == tokens.Taken && IsValid(ref key);
    }

    // A simple key stands on one line and its colon within 1,024 characters.
    private bool IsValid(ref SimpleKey key)
    {
        if (!key.Possible)
        {
            return false;
        }

        if (key.Mark.Line == line && key.Mark.Index + MaxSimpleKey >= position)
        {
            return true;
        }

        if (key.Required)
        {
            throw MissingColon(key.Mark);
        }

        key.Possible = false;
        return false;
    }

    private void SaveSimpleKey()
    {
        if (!simpleKeyAllowed)
        {
            return;
        }

        RemoveSimpleKey();
        ref var key = ref SimpleKeys[flowLevel];
        key.Possible = true;
        key.Required = flowLevel == 0 && indent == Column;
        key.TokenNumber = tokens.NextNumber;
        key.Mark = Here;
        pendingKeyLevel = flowLevel + 1;
    }

    private void RemoveSimpleKey()
    {
        ref var key = ref SimpleKeys[flowLevel];
        if (key is { Possible: true, Required: true })
        {
            throw MissingColon(key.Mark);
        }

        key.Possible = false;
    }

    // Opens a block collection at a column when it is deeper than the current one.
    private void RollIndent(Mark mark, int? number, TokenKind kind)
    {
        if (flowLevel > 0 || indent >= mark.Column)
        {
            return;
        }

        indents.Push(indent);
        indent = mark.Column;
        var token = new Token(kind, mark, mark.Index);
        if (number is { } before)
        {
            tokens.Insert(before, token);
        }
        else
        {
            tokens.Add(token);
        }
    }

    private YamlSyntaxException MissingColon(Mark key)
    {
        var stop = key.Index;
        while (!IsBreakOrEnd(stop) && stop - key.Index < MaxSimpleKey)
        {
            stop++;
        }

        return Error(YamlDiagnostics.MissingColon(At(key.Index, stop - key.Index)));
    }
}
