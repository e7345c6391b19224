using System.Text;

namespace HomeOps.Sops.Walking;

/// <summary>
/// The keys from the top to a value. List positions are no part of it. Values are bound to it: a ciphertext does not open under
/// another path.
/// </summary>
internal sealed class KeyPath
{
    private readonly List<string> keys = [];

    public IReadOnlyList<string> Keys => keys;

    public void Push(string key) => keys.Add(key);

    public void Pop() => keys.RemoveAt(keys.Count - 1);

    /// <summary>The keys, each followed by a colon; a colon alone at the top.</summary>
    public string Binding => string.Join(':', keys) + ":";

    /// <summary>The authenticated data of values here.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(Binding);

    /// <summary>For messages.</summary>
    public override string ToString() => string.Join('.', keys);
}
