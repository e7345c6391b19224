namespace HomeOps.Talos.Patching;

/// <summary>The strategic patch that does what JSON6902 operations do, as a hint; values are left out, since they may be secret. A dollar sign is doubled, as in all patches.</summary>
internal static class JsonEquivalent
{
    /// <summary>One line for each operation, or null when one of them has no equivalent.</summary>
    public static string? Of(IReadOnlyList<JsonOperation> operations)
    {
        var lines = new List<string>(operations.Count);
        foreach (var operation in operations)
        {
            var path = JsonOperation.Split(operation.Path);
            if (path.Count == 0 || path.Any(static p => p == "-" || int.TryParse(p, out _)))
            {
                return null;
            }

            var inner = operation.Name switch
            {
                "remove" => "{$$patch: delete}",
                "add" or "replace" => "…",
                _ => null,
            };
            if (inner is null)
            {
                return null;
            }

            lines.Add(path.Reverse().Aggregate(inner, static (text, key) => $"{{{key}: {text}}}")[1..^1]);
        }

        return string.Join("; ", lines);
    }
}
