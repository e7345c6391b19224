using System.Collections.Concurrent;
using HomeOps.Kustomize;

namespace HomeOps.Flux;

/// <summary>
/// SECRET. The values that Secrets brought into a tree, and what <c>${VAR#...}</c> and its like made of them, so that no finding shows one.
/// Several Kustomizations may add to it at once.
/// </summary>
internal sealed class SubstitutedSecrets
{
    // Shorter values (yes, 443) are parts of ordinary words.
    private const int MinLength = 4;

    // Value -> the key it had.
    private readonly ConcurrentDictionary<string, string> values = new(StringComparer.Ordinal);

    /// <summary>The values, each with the key of the Secret or the name of the variable.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => values;

    /// <summary>Adds the values of a Secret that are not encrypted, as they stand and as a variable has them.</summary>
    public void Add(KustomizeResource secret)
    {
        foreach (var (key, value) in ObjectValues.Read(secret, new FluxOptions()))
        {
            if (!ObjectValues.IsEncrypted(secret, key))
            {
                Add(key, value);
                Add(key, VariableSet.AsVariable(value));
            }
        }
    }

    /// <summary>Adds what an operator made of a variable, if the variable held a secret: also under another name than the Secret's key.</summary>
    public void AddChanged(string name, string value, string result)
    {
        if (value != result && values.Keys.Any(secret => value.Contains(secret, StringComparison.Ordinal)))
        {
            Add(name, result);
        }
    }

    private void Add(string key, string value)
    {
        if (value.Length >= MinLength)
        {
            // Which of several keys is shown does not depend on who comes first.
            values.AddOrUpdate(value, key, (_, old) => string.CompareOrdinal(key, old) < 0 ? key : old);
        }
    }
}
