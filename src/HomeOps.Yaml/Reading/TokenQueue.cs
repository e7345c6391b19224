namespace HomeOps.Yaml;

/// <summary>Tokens that were scanned but not yet parsed. Tokens can be put before the last ones: a key is known by its colon.</summary>
internal sealed class TokenQueue
{
    private Token[] items = new Token[64];
    private int head;
    private int tail;

    /// <summary>Tokens taken so far.</summary>
    public int Taken { get; private set; }

    /// <summary>Tokens waiting.</summary>
    public int Count => tail - head;

    /// <summary>The number the next added token will have, counted from the start of the stream.</summary>
    public int NextNumber => Taken + Count;

    /// <summary>The first waiting token.</summary>
    public ref readonly Token First => ref items[head];

    /// <summary>The token scanned last, or one of those before it (1 is the last but one); they may have been taken.</summary>
    public ref readonly Token FromEnd(int back) => ref items[tail - 1 - back];

    /// <summary>Whether so many tokens are still remembered, waiting or taken.</summary>
    public bool Remembers(int count) => tail >= count;

    public void Add(in Token token)
    {
        MakeRoom();
        items[tail++] = token;
    }

    /// <summary>Puts a token before the one with a number.</summary>
    public void Insert(int number, in Token token)
    {
        MakeRoom();
        var index = head + (number - Taken);
        Array.Copy(items, index, items, index + 1, tail - index);
        items[index] = token;
        tail++;
    }

    public void Take()
    {
        head++;
        Taken++;
    }

    // Two taken tokens stay behind the head, since comments look back at them.
    private void MakeRoom()
    {
        if (tail < items.Length)
        {
            return;
        }

        var from = Math.Max(0, head - 2);
        if (from > items.Length / 2)
        {
            Array.Copy(items, from, items, 0, tail - from);
            head -= from;
            tail -= from;
        }
        else
        {
            Array.Resize(ref items, items.Length * 2);
        }
    }
}
