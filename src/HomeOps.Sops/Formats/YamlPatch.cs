using System.Text;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Updating;
using HomeOps.Text;

namespace HomeOps.Sops.Formats;

/// <summary>
/// Changes values and takes entries in and out in the text of a file, and leaves every other character alone: blank lines, quotes,
/// comments, indentation. Gives up when entries change places or brackets are in the way; the file is then written as a whole.
/// </summary>
internal sealed class YamlPatch
{
    private readonly SourceText source;
    private readonly YamlFormat format;
    private readonly FileLayout layout;
    private readonly YamlLines lines;
    private readonly List<(TextSpan Span, string Text)> edits = [];

    private YamlPatch(YamlFormat format, SourceText source, FileLayout layout)
    {
        this.format = format;
        this.source = source;
        this.layout = layout;
        lines = new YamlLines(source);
    }

    /// <summary>The text with the new values and block; null when it cannot be had by changing places of it.</summary>
    public static string? Apply(YamlFormat format, FileContent old, FileContent wanted, FileLayout layout)
    {
        var patch = new YamlPatch(format, old.Tree.Source, layout);
        return patch.Collect(old, wanted) && patch.Text() is { } text && patch.Reads(text, wanted) ? text : null;
    }

    private bool Collect(FileContent old, FileContent wanted)
    {
        if (
            old.Tree.Documents.Count != wanted.Tree.Documents.Count
            || !old.Tree.Documents.Zip(wanted.Tree.Documents).All(p => Compare(p.First, p.Second, mayGrow: true))
        )
        {
            return false;
        }

        // Every document of a file has its own copy of the block.
        foreach (var oldBlock in wanted.Block is SopsMap ? old.Blocks : [])
        {
            var count = edits.Count;
            if (wanted.Block is SopsMap block && !Compare(oldBlock, block, mayGrow: false))
            {
                edits.RemoveRange(count, edits.Count - count);
                ReplaceBlock(oldBlock, block);
            }
        }

        return true;
    }

    private bool Compare(SopsNode old, SopsNode wanted, bool mayGrow) =>
        (old, wanted) switch
        {
            (SopsMap a, SopsMap b) => CompareEntries(a, b, mayGrow),
            (SopsList a, SopsList b) => CompareItems(a, b, mayGrow),
            (SopsComment a, SopsComment b) => Same(a.Text, b.Text) || Replace(a, b),
            (SopsScalar a, SopsScalar b) => a.SameValue(b) || Replace(a, b),
            _ => false,
        };

    private bool CompareEntries(SopsMap old, SopsMap wanted, bool mayGrow)
    {
        var at = 0;
        foreach (var entry in wanted.Entries)
        {
            var next = IndexOf(old, entry, at);
            if (next < 0)
            {
                if (!mayGrow || !Insert(old, at, entry))
                {
                    return false;
                }

                continue;
            }

            for (; at < next; at++)
            {
                if (!mayGrow || !Remove(old.Entries[at]))
                {
                    return false;
                }
            }

            if (!Compare(old.Entries[at].Value, entry.Value, mayGrow))
            {
                return false;
            }

            at++;
        }

        return old.Entries.Skip(at).All(e => mayGrow && wanted.Entries.Count > 0 && Remove(e));
    }

    // A comment is the same place when it is the next one: its text may have been encrypted anew.
    private static int IndexOf(SopsMap map, SopsEntry entry, int from)
    {
        if (entry.Key is null)
        {
            return from < map.Entries.Count && map.Entries[from].Key is null ? from : -1;
        }

        for (var i = from; i < map.Entries.Count; i++)
        {
            if (Same(map.Entries[i].Key, entry.Key))
            {
                return i;
            }
        }

        return -1;
    }

    private bool Insert(SopsMap map, int at, SopsEntry entry)
    {
        if (entry.Key is null || lines.PlaceBefore(map, at) is not { } place)
        {
            return false;
        }

        var text = format.Write(new SopsTree(source, [new SopsMap([entry])]), null, layout);
        edits.Add((new TextSpan(place.Offset, 0), lines.Insertion(text, place)));
        return true;
    }

    private bool Remove(SopsEntry entry)
    {
        if (entry.Key is null || lines.Of(entry) is not { } span)
        {
            return false;
        }

        edits.Add((span, ""));
        return true;
    }

    // Items have no names: those that are alike at both ends stay, and what is between them comes or goes.
    private bool CompareItems(SopsList old, SopsList wanted, bool mayGrow)
    {
        if (old.Items.Count == wanted.Items.Count)
        {
            return old.Items.Zip(wanted.Items).All(p => Compare(p.First, p.Second, mayGrow));
        }

        var (few, many) = old.Items.Count < wanted.Items.Count ? (old.Items, wanted.Items) : (wanted.Items, old.Items);
        var start = few.Zip(many).TakeWhile(p => AreAlike(p.First, p.Second)).Count();
        var end = few.Reverse().Zip(many.Reverse()).TakeWhile(p => AreAlike(p.First, p.Second)).Count();
        end = Math.Min(end, few.Count - start);
        if (!mayGrow || few.Count == 0 || start + end != few.Count)
        {
            return false;
        }

        var between = Enumerable.Range(start, many.Count - few.Count);
        return old.Items.Count > wanted.Items.Count
            ? between.All(i => RemoveItem(old.Items[i]))
            : between.All(i => InsertItem(old, start, wanted.Items[i]));
    }

    private bool InsertItem(SopsList list, int at, SopsNode item)
    {
        if (item is SopsComment || lines.PlaceBefore(list, at) is not { } place)
        {
            return false;
        }

        // Written below a key, an item stands at the indentation of the layout.
        var text = format.Write(
            new SopsTree(source, [new SopsMap([new SopsEntry("k", new SopsList([item]))])]),
            null,
            layout
        );
        var below = text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var margin = below.Length - below.AsSpan().TrimStart(' ').Length;
        var shifted = string.Join('\n', below.Split('\n').Select(l => l.Length >= margin ? l[margin..] : l));
        edits.Add((new TextSpan(place.Offset, 0), lines.Insertion(shifted, place)));
        return true;
    }

    private bool RemoveItem(SopsNode item)
    {
        if (item is SopsComment || lines.OfItem(item) is not { } span)
        {
            return false;
        }

        edits.Add((span, ""));
        return true;
    }

    private bool AreAlike(SopsNode a, SopsNode b) =>
        TreeComparison.AreEqual(
            new SopsTree(source, [new SopsMap([new SopsEntry("k", a)])]),
            new SopsTree(source, [new SopsMap([new SopsEntry("k", b)])])
        );

    private bool Replace(SopsScalar old, SopsScalar wanted)
    {
        var before = source.Text.AsSpan(old.Span.Start, old.Span.Length);
        var after = format.WriteValue(new SopsTree(source, []), wanted, layout).TrimEnd('\n');
        if (before.IsEmpty || before.Contains('\n') || after.Contains('\n', StringComparison.Ordinal))
        {
            return false;
        }

        edits.Add((old.Span, after));
        return true;
    }

    // Where a comment stands is not known, but an encrypted one is like no other.
    private bool Replace(SopsComment old, SopsComment wanted)
    {
        var text = "#" + old.Text;
        var at = source.Text.IndexOf(text, StringComparison.Ordinal);
        if (at < 0 || source.Text.IndexOf(text, at + 1, StringComparison.Ordinal) >= 0)
        {
            return false;
        }

        edits.Add((new TextSpan(at, text.Length), "#" + wanted.Text));
        return true;
    }

    // All lines of the block but the one with its key.
    private void ReplaceBlock(SopsMap old, SopsMap wanted)
    {
        var text = format.Write(new SopsTree(source, [new SopsMap([])]), wanted, layout);
        var block = text[(SopsMetadata.Key.Length + ":\n".Length)..].TrimEnd('\n');
        var start = old.Span.Start - (source.GetPosition(old.Span.Start).Column - 1);
        var end = start + source.Text.AsSpan(start, old.Span.End - start).TrimEnd('\n').Length;
        edits.Add((TextSpan.FromBounds(start, end), block));
    }

    // Null when two changes meet, as the places of one anchor do.
    private string? Text()
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var (span, replacement) in edits.OrderBy(static e => e.Span.Start))
        {
            if (span.Start < at)
            {
                return null;
            }

            text.Append(source.Text, at, span.Start - at).Append(replacement);
            at = span.End;
        }

        return text.Append(source.Text, at, source.Text.Length - at).ToString();
    }

    // What stands around a place can change its meaning: brackets, a tag. So the result is read again.
    private bool Reads(string text, FileContent wanted)
    {
        try
        {
            var read = format.Read(new SourceText(source.Path, text));
            return TreeComparison.AreEqual(read.Tree, wanted.Tree)
                && wanted.Block is SopsMap block
                && read.Blocks.Count > 0
                && read.Blocks.All(b =>
                    TreeComparison.AreEqual(new SopsTree(source, [b]), new SopsTree(source, [block]))
                );
        }
        catch (SopsException)
        {
            return false;
        }
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}
