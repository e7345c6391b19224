using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace HomeOps.Talos;

/// <summary>
/// The variables of env files over those of the environment. The environment is asked for single names and not copied: what a run depends
/// on can be seen from outside.
/// </summary>
internal sealed class Variables(IReadOnlyDictionary<string, string> environment) : IReadOnlyDictionary<string, string>
{
    private readonly Dictionary<string, string> own = new(StringComparer.Ordinal);

    /// <summary>Those that env files set.</summary>
    public IReadOnlyDictionary<string, string> Own => own;

    public IEnumerable<string> Keys => own.Keys.Union(environment.Keys, StringComparer.Ordinal);

    public IEnumerable<string> Values => Keys.Select(name => this[name]);

    public int Count => Keys.Count();

    public string this[string name]
    {
        get => own.TryGetValue(name, out var value) ? value : environment[name];
        set => own[name] = value;
    }

    public bool ContainsKey(string key) => own.ContainsKey(key) || environment.ContainsKey(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) =>
        own.TryGetValue(key, out value) || environment.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() =>
        Keys.Select(name => KeyValuePair.Create(name, this[name])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
