namespace HomeOps.Kustomize;

/// <summary>The order of texts by code point, which is that of their UTF-8 bytes.</summary>
internal static class Utf8Order
{
    public static int Compare(string a, string b)
    {
        var i = a.AsSpan().CommonPrefixLength(b);
        if (i == a.Length || i == b.Length)
        {
            return a.Length.CompareTo(b.Length);
        }

        // A surrogate stands for a code point above all others of 16 bits.
        var (x, y) = (char.IsSurrogate(a[i]), char.IsSurrogate(b[i]));
        return x != y ? (x ? 1 : -1) : a[i].CompareTo(b[i]);
    }
}
