namespace HomeOps.Sops.Walking;

/// <summary>
/// The encrypted values of an existing file, to be used again for values that did not change. The same ciphertext is only ever used for the
/// same path, type and plaintext, and once for each occurrence: a list with equal items keeps all of them.
/// </summary>
internal sealed class ReusableValues
{
    private readonly Dictionary<(string Binding, string Type, string Text), Queue<string>> values = [];

    /// <summary>How many were not used yet.</summary>
    public int Left { get; private set; }

    /// <summary>Offers one.</summary>
    public void Add(string binding, string type, string text, string cipher)
    {
        var id = Id(binding, type, text);
        if (!values.TryGetValue(id, out var queue))
        {
            values.Add(id, queue = new Queue<string>());
        }

        queue.Enqueue(cipher);
        Left++;
    }

    /// <summary>Takes the next one for this value; null when there is none.</summary>
    public string? Take(string binding, string type, string text)
    {
        if (values.TryGetValue(Id(binding, type, text), out var queue) && queue.TryDequeue(out var cipher))
        {
            Left--;
            return cipher;
        }

        return null;
    }

    // Integers and floats with the same plaintext are the same number.
    private static (string, string, string) Id(string binding, string type, string text) =>
        (binding, type is "int" or "float" ? "number" : type, text);
}
