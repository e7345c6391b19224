using System.Globalization;
using System.Text;

namespace HomeOps.Sops;

/// <summary>The way to a value inside a file, written <c>["a"]["b"][0]</c>.</summary>
public sealed class SopsPath
{
    private SopsPath(IReadOnlyList<Step> steps) => Steps = steps;

    internal IReadOnlyList<Step> Steps { get; }

    /// <summary>Reads a path. Keys stand in double or single quotes, list positions (from 0) without.</summary>
    /// <exception cref="SopsException"><see cref="SopsFailure.BadPath"/>.</exception>
    public static SopsPath Parse(string text)
    {
        var steps = new List<Step>();
        var at = 0;
        while (at < text.Length)
        {
            var end = text[at] == '[' ? End(text, at + 1) : -1;
            if (end < 0)
            {
                throw Bad(text);
            }

            steps.Add(ParseStep(text[(at + 1)..end]) ?? throw Bad(text));
            at = end + 1;
        }

        return steps.Count > 0 ? new SopsPath(steps) : throw Bad(text);
    }

    /// <inheritdoc />
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
        {
            text.Append('[').Append(step).Append(']');
        }

        return text.ToString();
    }

    // The bracket that closes the step; one inside quotes belongs to the key.
    private static int End(string text, int start)
    {
        if (start < text.Length && text[start] is '"' or '\'')
        {
            var quote = text.IndexOf(text[start], start + 1);
            return quote < 0 || quote + 1 >= text.Length || text[quote + 1] != ']' ? -1 : quote + 1;
        }

        return text.IndexOf(']', start);
    }

    private static Step? ParseStep(string text) =>
        text is ['"' or '\'', .. var key, _] ? new Step(key, 0)
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? new Step(null, index)
        : null;

    private static SopsException Bad(string text) => new(SopsFailure.BadPath, SopsDiagnostics.BadPath(text));

    internal readonly record struct Step(string? Key, int Index)
    {
        public override string ToString() => Key is null ? Index.ToString(CultureInfo.InvariantCulture) : $"\"{Key}\"";
    }
}
