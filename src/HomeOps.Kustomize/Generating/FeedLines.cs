namespace HomeOps.Kustomize;

/// <summary>Lines as Go's scanner sees them: they end at a line feed, a carriage return before it belongs to the end.</summary>
internal static class FeedLines
{
    public static Enumerator EnumerateLinesAtFeeds(this ReadOnlySpan<char> text) => new(text);

    internal ref struct Enumerator(ReadOnlySpan<char> rest)
    {
        private ReadOnlySpan<char> rest = rest;

        public ReadOnlySpan<char> Current { get; private set; } = default;

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (rest.IsEmpty)
            {
                return false;
            }

            var end = rest.IndexOf('\n');
            Current = end < 0 ? rest : rest[..end];
            Current = Current is [.., '\r'] ? Current[..^1] : Current;
            rest = end < 0 ? [] : rest[(end + 1)..];
            return true;
        }
    }
}
