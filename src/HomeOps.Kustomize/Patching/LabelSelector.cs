using System.Globalization;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>A selector in Kubernetes' notation: <c>a=b,c!=d,e in (x,y),f notin (z),g,!h,i&gt;1</c>.</summary>
internal sealed class LabelSelector
{
    private readonly List<Requirement> requirements = [];

    private LabelSelector() { }

    public static LabelSelector Parse(string text, Location at)
    {
        var result = new LabelSelector();
        foreach (var part in SplitAtCommas(text))
        {
            var trimmed = part.Trim();
            if (trimmed.Length > 0)
            {
                result.requirements.Add(
                    ParseOne(trimmed) ?? throw new KustomizeException(KustomizeDiagnostics.BadLabelSelector(text, at))
                );
            }
        }

        return result;
    }

    public bool Matches(MapNode? labels)
    {
        foreach (var requirement in requirements)
        {
            if (!requirement.IsFulfilledBy(labels?.Text(requirement.Key)))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<string> SplitAtCommas(string text)
    {
        var depth = 0;
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static Requirement? ParseOne(string part)
    {
        if (part[0] == '!')
        {
            return Made(part[1..].Trim(), Operation.Absent, []);
        }

        foreach (
            var (sign, operation) in (ReadOnlySpan<(string, Operation)>)
                [
                    ("!=", Operation.NotIn),
                    ("==", Operation.In),
                    ("=", Operation.In),
                    (">", Operation.Above),
                    ("<", Operation.Below),
                ]
        )
        {
            var at = part.IndexOf(sign, StringComparison.Ordinal);
            if (at > 0)
            {
                return Made(part[..at].Trim(), operation, [part[(at + sign.Length)..].Trim()]);
            }
        }

        var open = part.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? Made(part, Operation.Present, []) : ParseSet(part, open);
    }

    private static Requirement? ParseSet(string part, int open)
    {
        var words = part[..open].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2 || !part.EndsWith(')'))
        {
            return null;
        }

        var values = part[(open + 1)..^1].Split(',', StringSplitOptions.TrimEntries);
        return words[1] switch
        {
            "in" => Made(words[0], Operation.In, values),
            "notin" => Made(words[0], Operation.NotIn, values),
            _ => null,
        };
    }

    private static Requirement? Made(string key, Operation operation, string[] values) =>
        key.Length == 0
        || key.AsSpan().ContainsAny(" ()=!<>,")
        || Array.Exists(values, static v => v.AsSpan().ContainsAny(" ()=!<>"))
            ? null
            : new Requirement(key, operation, values);

    private enum Operation
    {
        Present,
        Absent,
        In,
        NotIn,
        Above,
        Below,
    }

    private sealed record Requirement(string Key, Operation Operation, string[] Values)
    {
        public bool IsFulfilledBy(string? value) =>
            Operation switch
            {
                Operation.Present => value is not null,
                Operation.Absent => value is null,
                Operation.In => value is not null && Array.IndexOf(Values, value) >= 0,
                Operation.NotIn => value is null || Array.IndexOf(Values, value) < 0,
                _ => value is not null && IsBeyond(value),
            };

        private bool IsBeyond(string value) =>
            long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(Values[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var limit)
            && (Operation == Operation.Above ? number > limit : number < limit);
    }
}
