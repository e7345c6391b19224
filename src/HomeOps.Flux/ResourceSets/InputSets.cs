using System.Globalization;
using System.Text;

namespace HomeOps.Flux;

/// <summary>
/// Puts the input sets of a ResourceSet together: one after the other, or each with each (Permute). Those of the ResourceSet come first,
/// then those of the providers by name. Each set names where it comes from.
/// </summary>
internal static class InputSets
{
    /// <summary>flux-operator permutes no further.</summary>
    public const int MaxPermutations = 10_000;

    private const uint AdlerModulus = 65521;

    /// <summary>The sets; null when they are too many.</summary>
    public static List<Dictionary<string, object?>>? Combine(ResourceSet set, IEnumerable<InputProvider> providers)
    {
        var all = new List<(string Name, IReadOnlyList<Dictionary<string, object?>> Sets)>
        {
            (set.Key.Name, WithProvider([.. set.Inputs.Select(TemplateInputs.Of)], set.Key, set.Object.ApiVersion)),
        };
        foreach (var provider in providers.OrderBy(static p => p.Key))
        {
            all.Add(
                (provider.Key.Name, WithProvider(provider.Inputs() ?? [], provider.Key, provider.Object.ApiVersion))
            );
        }

        return set.Permutes ? Permute(all, set.IncludesEmptyProviders) : [.. all.SelectMany(static p => p.Sets)];
    }

    /// <summary>A short name of a text: its Adler-32 sum.</summary>
    public static string IdOf(string text)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            a = (a + value) % AdlerModulus;
            b = (b + a) % AdlerModulus;
        }

        return ((b << 16) | a).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A provider's name as the key of its inputs: lower case, one '_' for what separates, nothing else.</summary>
    public static string Normalized(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant())
        {
            text.Append(
                char.IsAsciiLetterOrDigit(c) ? c.ToString()
                : char.IsWhiteSpace(c) || char.IsPunctuation(c) ? "_"
                : ""
            );
        }

        return string.Join('_', text.ToString().Split('_', StringSplitOptions.RemoveEmptyEntries));
    }

    private static IReadOnlyList<Dictionary<string, object?>> WithProvider(
        IReadOnlyList<Dictionary<string, object?>> sets,
        ObjectKey key,
        string apiVersion
    )
    {
        var provider = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["apiVersion"] = apiVersion,
            ["kind"] = key.Kind,
            ["name"] = key.Name,
            ["namespace"] = key.Namespace,
        };
        foreach (var set in sets)
        {
            set["provider"] = provider;
        }

        return sets;
    }

    // The last provider's sets change fastest.
    private static List<Dictionary<string, object?>>? Permute(
        List<(string Name, IReadOnlyList<Dictionary<string, object?>> Sets)> providers,
        bool includesEmpty
    )
    {
        var taken = providers.FindAll(p => includesEmpty || p.Sets.Count > 0);
        var count = taken.Count == 0 ? 0L : 1L;
        foreach (var (_, sets) in taken)
        {
            count *= sets.Count;
            if (count > MaxPermutations)
            {
                return null;
            }
        }

        var result = new List<Dictionary<string, object?>>();
        for (var number = 0L; number < count; number++)
        {
            var set = new Dictionary<string, object?>(StringComparer.Ordinal);
            var parts = new string[taken.Count];
            var rest = number;
            for (var i = taken.Count - 1; i >= 0; i--)
            {
                var at = (int)(rest % taken[i].Sets.Count);
                rest /= taken[i].Sets.Count;
                var name = Normalized(taken[i].Name);
                set[name] = taken[i].Sets[at];
                parts[i] = $"{name}={at}";
            }

            set["id"] = IdOf(string.Join('/', parts));
            result.Add(set);
        }

        return result;
    }
}
