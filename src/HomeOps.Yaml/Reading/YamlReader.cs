using System.Buffers;
using System.Text;
using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>
/// Reads YAML 1.1 and 1.2 texts into trees, as libyaml and go-yaml v3 do. The first syntax error ends reading; documents
/// before it are kept. Duplicate keys are no error here: see <see cref="YamlDuplicates"/>.
/// </summary>
public static class YamlReader
{
    // Characters that YAML does not allow anywhere, not even in quotes.
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000b\u000c\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016"
            + "\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f\u0080\u0081\u0082\u0083\u0084\u0086\u0087\u0088\u0089"
            + "\u008a\u008b\u008c\u008d\u008e\u008f\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009a\u009b\u009c"
            + "\u009d\u009e\u009f\ufffe\uffff"
    );

    /// <summary>Reads all documents. A text without content (empty, or comments only) has none; a lone <c>---</c> is one without root.</summary>
    /// <param name="source">The text.</param>
    /// <param name="options">Limits; null for the usual ones.</param>
    public static YamlStream Read(SourceText source, YamlReadOptions? options = null)
    {
        options ??= new YamlReadOptions();
        var documents = new List<YamlDocument>();
        if (IsTooLarge(source.Text, options.MaxBytes))
        {
            return new YamlStream(source, documents, [YamlDiagnostics.TooLarge(source.At(0, 0), options.MaxBytes)]);
        }

        // A forbidden character ends the text: what stands before it is read, the document that holds it is not kept.
        var stop = FindForbidden(source.Text);
        var diagnostics = new List<Diagnostic>();
        try
        {
            new YamlParser(source, stop < 0 ? source.Text.Length : stop, options.MaxDepth).Parse(documents);
        }
        catch (YamlSyntaxException e)
        {
            diagnostics.Add(MergeMarks.Find(source) is { } at ? YamlDiagnostics.UnfinishedMerge(at) : e.Diagnostic);
        }

        if (stop >= 0)
        {
            if (diagnostics.Count == 0 && documents.Count > 0)
            {
                documents.RemoveAt(documents.Count - 1);
            }

            if (diagnostics.Count == 0 || IsCausedByEnd(diagnostics[0], stop))
            {
                diagnostics = [YamlDiagnostics.ControlCharacter(source.At(stop, 1), source.Text[stop])];
            }
        }

        return new YamlStream(source, documents, diagnostics);
    }

    private static bool IsCausedByEnd(Diagnostic diagnostic, int stop) =>
        diagnostic.Location is { } at && (at.Span.End >= stop || diagnostic.Code is "HO0203" or "HO0204");

    private static bool IsTooLarge(string text, int limit) =>
        text.Length > limit || (text.Length > limit / 3 && Encoding.UTF8.GetByteCount(text) > limit);

    private static int FindForbidden(string text)
    {
        var first = text.AsSpan().IndexOfAny(Forbidden);
        var surrogate = FindLoneSurrogate(first < 0 ? text : text.AsSpan(0, first));
        return surrogate >= 0 ? surrogate : first;
    }

    private static int FindLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var from = 0; from < text.Length; from += 2)
        {
            var next = text[from..].IndexOfAnyInRange('\uD800', '\uDFFF');
            if (next < 0)
            {
                return -1;
            }

            from += next;
            if (from + 1 >= text.Length || !char.IsSurrogatePair(text[from], text[from + 1]))
            {
                return from;
            }
        }

        return -1;
    }
}
