using HomeOps.Age;
using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>One place where age identities were looked for, and what was found there.</summary>
public sealed class KeySource
{
    private KeySource(string name, IReadOnlyList<AgeIdentity> identities, string? problem)
    {
        Name = name;
        Identities = identities;
        Problem = problem;
    }

    /// <summary>The file's path or the variable's name, as it is shown to people.</summary>
    public string Name { get; }

    /// <summary>Why nothing of this source can be used; null when it can.</summary>
    public string? Problem { get; }

    /// <summary>The recipients whose files this source opens.</summary>
    public IReadOnlyList<string> Recipients =>
        [.. Identities.Select(static i => i.Recipient?.ToString()).OfType<string>()];

    internal IReadOnlyList<AgeIdentity> Identities { get; }

    /// <summary>Reads the text of an identity file (<c>age.key</c>). One bad line makes the whole source unusable, as in age.</summary>
    public static KeySource FromFile(string name, string text)
    {
        if (IsAgeFile(text))
        {
            return new KeySource(name, [], "it is protected by a passphrase");
        }

        try
        {
            return new KeySource(name, AgeIdentityFile.Parse(new SourceText(name, text)), null);
        }
        catch (AgeException exception)
        {
            return new KeySource(name, [], Where(exception));
        }
    }

    /// <summary>Reads a variable that holds identities, one a line or with blanks between them.</summary>
    public static KeySource FromVariable(string name, string text)
    {
        var lines = text.Split('\n')
            .SelectMany(static line => line.StartsWith('#') ? [] : line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries));
        return FromFile(name, string.Join('\n', lines));
    }

    /// <summary>Identities that were made or read elsewhere.</summary>
    public static KeySource FromIdentities(string name, IReadOnlyList<AgeIdentity> identities) =>
        new(name, identities, null);

    /// <summary>A place that exists but cannot be read.</summary>
    public static KeySource Unusable(string name, string problem) => new(name, [], problem);

    private static bool IsAgeFile(string text) =>
        text.StartsWith("age-encryption.org/", StringComparison.Ordinal)
        || text.StartsWith("-----BEGIN AGE ENCRYPTED FILE-----", StringComparison.Ordinal);

    private static string Where(AgeException exception) =>
        exception.Diagnostic.Location is { Source.Text.Length: > 0 } location
            ? $"line {location.Start.Line}: {exception.Diagnostic.Message}"
            : exception.Diagnostic.Message;
}
