using HomeOps.Sops.Selecting;

namespace HomeOps.Sops;

/// <summary>
/// Which values of a file are encrypted. A key anywhere above a value (or its own) decides, so everything below a matching
/// key is covered.
/// </summary>
/// <param name="Kind">How <see cref="Pattern"/> is understood.</param>
/// <param name="Pattern">A suffix or a Go (RE2) expression; empty for <see cref="SelectorKind.None"/>.</param>
public sealed record SopsSelector(SelectorKind Kind, string Pattern)
{
    private KeyPattern? compiled;

    /// <summary>What SOPS writes when nothing was chosen.</summary>
    public static SopsSelector Default { get; } = new(SelectorKind.UnencryptedSuffix, "_unencrypted");

    /// <summary>Everything; the only choice for binary files.</summary>
    public static SopsSelector Everything { get; } = new(SelectorKind.None, "");

    /// <summary>The name of the setting in metadata and rules, e.g. <c>encrypted_regex</c>; null for none.</summary>
    public string? Name =>
        Kind switch
        {
            SelectorKind.UnencryptedSuffix => "unencrypted_suffix",
            SelectorKind.EncryptedSuffix => "encrypted_suffix",
            SelectorKind.UnencryptedRegex => "unencrypted_regex",
            SelectorKind.EncryptedRegex => "encrypted_regex",
            SelectorKind.UnencryptedCommentRegex => "unencrypted_comment_regex",
            SelectorKind.EncryptedCommentRegex => "encrypted_comment_regex",
            _ => null,
        };

    /// <summary>Why Go would refuse <see cref="Pattern"/>; null when it is sound.</summary>
    public string? Problem => UsesRegex && KeyPattern.TryCompile(Pattern, out var reason) is null ? reason : null;

    internal bool UsesRegex =>
        Kind is not (SelectorKind.None or SelectorKind.UnencryptedSuffix or SelectorKind.EncryptedSuffix);

    /// <inheritdoc />
    public bool Equals(SopsSelector? other) =>
        other is not null && Kind == other.Kind && string.Equals(Pattern, other.Pattern, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Pattern);

    /// <summary>Whether a value is encrypted.</summary>
    /// <param name="path">The keys from the top to the value; list positions are no part of it.</param>
    /// <param name="comments">For each level from the top: the comments that stand directly above the entry on the way.</param>
    /// <param name="isComment">Whether the value is itself a comment, the last of the last level.</param>
    internal bool Encrypts(IReadOnlyList<string> path, IReadOnlyList<IReadOnlyList<string>> comments, bool isComment) =>
        Kind switch
        {
            SelectorKind.UnencryptedSuffix => !AnyEndsWith(path),
            SelectorKind.EncryptedSuffix => AnyEndsWith(path),
            SelectorKind.UnencryptedRegex => !AnyFound(path),
            SelectorKind.EncryptedRegex => AnyFound(path),
            SelectorKind.UnencryptedCommentRegex => !AnyCommentFound(comments, skipLast: false),
            SelectorKind.EncryptedCommentRegex => AnyCommentFound(comments, skipLast: isComment),
            _ => true,
        };

    /// <summary>Whether the expression finds something in a text.</summary>
    internal bool Finds(string text) => (compiled ??= KeyPattern.Compile(Pattern)).IsMatch(text);

    private bool AnyEndsWith(IReadOnlyList<string> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            if (path[i].EndsWith(Pattern, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyFound(IReadOnlyList<string> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            if (Finds(path[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool AnyCommentFound(IReadOnlyList<IReadOnlyList<string>> comments, bool skipLast)
    {
        for (var level = 0; level < comments.Count; level++)
        {
            var count = comments[level].Count - (skipLast && level == comments.Count - 1 ? 1 : 0);
            for (var i = 0; i < count; i++)
            {
                if (Finds(comments[level][i]))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
