using System.Text;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Updating;
using HomeOps.Text;

namespace HomeOps.Sops.Formats;

/// <summary>
/// Changes single values in the text of a file and leaves every other character alone: blank lines, quotes, comments, indentation. Gives
/// up when keys, items or comments come, go or move; the file is then written as a whole.
/// </summary>
internal sealed class YamlPatch
{
    private readonly SourceText source;
    private readonly YamlFormat format;
    private readonly FileLayout layout;
    private readonly List<(TextSpan Span, string Text)> edits = [];

    private YamlPatch(YamlFormat format, SourceText source, FileLayout layout)
    {
        this.format = format;
        this.source = source;
        this.layout = layout;
    }

    /// <summary>The text with the new values and block; null when it cannot be had by changing values only.</summary>
    public static string? Apply(YamlFormat format, FileContent old, FileContent wanted, FileLayout layout)
    {
        var patch = new YamlPatch(format, old.Tree.Source, layout);
        return patch.Collect(old, wanted) && patch.Text() is { } text && patch.Reads(text, wanted) ? text : null;
    }

    private bool Collect(FileContent old, FileContent wanted)
    {
        if (old.Tree.Documents.Count != 1 || wanted.Tree.Documents.Count != 1)
        {
            return false;
        }

        if (!Compare(old.Tree.Documents[0], wanted.Tree.Documents[0]))
        {
            return false;
        }

        var count = edits.Count;
        if (old.Block is SopsMap oldBlock && wanted.Block is SopsMap block && !Compare(oldBlock, block))
        {
            edits.RemoveRange(count, edits.Count - count);
            ReplaceBlock(oldBlock, block);
        }

        return true;
    }

    private bool Compare(SopsNode old, SopsNode wanted)
    {
        switch (old, wanted)
        {
            case (SopsMap a, SopsMap b):
                return a.Entries.Count == b.Entries.Count
                    && a.Entries.Zip(b.Entries)
                        .All(p => Same(p.First.Key, p.Second.Key) && Compare(p.First.Value, p.Second.Value));
            case (SopsList a, SopsList b):
                return a.Items.Count == b.Items.Count && a.Items.Zip(b.Items).All(p => Compare(p.First, p.Second));
            case (SopsComment a, SopsComment b):
                return Same(a.Text, b.Text);
            case (SopsScalar a, SopsScalar b):
                return a.SameValue(b) || Replace(a, b);
            default:
                return false;
        }
    }

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

    // All lines of the block but the one with its key.
    private void ReplaceBlock(SopsMap old, SopsMap wanted)
    {
        var text = format.Write(new SopsTree(source, [new SopsMap([])]), wanted, layout);
        var lines = text[(SopsMetadata.Key.Length + ":\n".Length)..].TrimEnd('\n');
        var start = old.Span.Start - (source.GetPosition(old.Span.Start).Column - 1);
        var end = start + source.Text.AsSpan(start, old.Span.End - start).TrimEnd('\n').Length;
        edits.Add((TextSpan.FromBounds(start, end), lines));
    }

    // Null when two changes meet, as the places of one anchor do.
    private string? Text()
    {
        edits.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        var text = new StringBuilder();
        var at = 0;
        foreach (var (span, replacement) in edits)
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

    // What stands around a value can change its meaning: brackets, a tag. So the result is read again.
    private bool Reads(string text, FileContent wanted)
    {
        try
        {
            var read = format.Read(new SourceText(source.Path, text));
            return TreeComparison.AreEqual(read.Tree, wanted.Tree)
                && read.Block is SopsMap a
                && wanted.Block is SopsMap b
                && TreeComparison.AreEqual(new SopsTree(source, [a]), new SopsTree(source, [b]));
        }
        catch (SopsException)
        {
            return false;
        }
    }

    private static bool Same(string? a, string? b) => string.Equals(a, b, StringComparison.Ordinal);
}
