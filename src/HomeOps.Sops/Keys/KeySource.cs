using HomeOps.Age;
using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>One place where age identities are looked for, and what is found there. It is read when it is first needed.</summary>
public sealed class KeySource
{
    private readonly Lazy<(IReadOnlyList<AgeIdentity> Identities, string? Problem)> content;

    private KeySource(string name, Func<(IReadOnlyList<AgeIdentity>, string?)> read)
    {
        Name = name;
        content = new(read);
    }

    /// <summary>The file's path or the variable's name, as it is shown to people.</summary>
    public string Name { get; }

    /// <summary>Why nothing of this source can be used; null when it can.</summary>
    public string? Problem => content.Value.Problem;

    /// <summary>The recipients whose files this source opens.</summary>
    public IReadOnlyList<string> Recipients =>
        [.. Identities.Select(static i => i.Recipient?.ToString()).OfType<string>()];

    /// <summary>Whether this place is looked at by habit (<c>~/.ssh</c>): that it cannot be used is then no news.</summary>
    internal bool IsCustomary { get; init; }

    internal bool IsRead => content.IsValueCreated;

    internal IReadOnlyList<AgeIdentity> Identities => content.Value.Identities;

    /// <summary>
    /// The text of an identity file (<c>age.key</c>) or SSH private key. One bad line makes the whole source unusable, as in
    /// age.
    /// </summary>
    /// <param name="name">Shown to people.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="passphrase">Asked if the file is protected; null when there is nobody to ask.</param>
    public static KeySource FromFile(string name, string text, PassphrasePrompt? passphrase = null) =>
        new(name, () => Parse(name, text, passphrase));

    /// <summary>Reads a variable that holds identities, one a line or with blanks between them.</summary>
    public static KeySource FromVariable(string name, string text)
    {
        var lines = text.Split('\n')
            .SelectMany(static line =>
                line.StartsWith('#') ? [] : line.Split([' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries)
            );
        return FromFile(name, string.Join('\n', lines));
    }

    /// <summary>Identities that were made or read elsewhere.</summary>
    public static KeySource FromIdentities(string name, IReadOnlyList<AgeIdentity> identities) =>
        new(name, () => (identities, null));

    /// <summary>A file that is read when it is needed.</summary>
    /// <param name="path">The path, which is its name too.</param>
    /// <param name="surroundings">Where files are read.</param>
    public static KeySource FromPath(string path, KeySurroundings surroundings) =>
        new(path, () => Read(path, surroundings));

    /// <summary>A program that prints identities, run when they are needed.</summary>
    internal static KeySource FromCommand(string name, string commandLine, Func<string, string?> outputOf) =>
        new(
            name,
            () =>
            {
                try
                {
                    return outputOf(commandLine) is { } text
                        ? Parse(name, text, passphrase: null)
                        : ([], "the command failed");
                }
                catch (IOException)
                {
                    return ([], "the command could not be started");
                }
            }
        );

    /// <summary>A file that need not be there.</summary>
    internal static KeySource FromCustomaryPath(string path, KeySurroundings surroundings) =>
        new(path, () => Read(path, surroundings)) { IsCustomary = true };

    private static (IReadOnlyList<AgeIdentity>, string?) Read(string path, KeySurroundings surroundings)
    {
        try
        {
            return surroundings.ReadFile(path) is { } text
                ? Parse(path, text, surroundings.Passphrase)
                : ([], "there is no such file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ([], "it cannot be read");
        }
    }

    private static (IReadOnlyList<AgeIdentity>, string?) Parse(string name, string text, PassphrasePrompt? passphrase)
    {
        try
        {
            return (AgeIdentityFile.Parse(new SourceText(name, text), passphrase), null);
        }
        catch (AgeException exception)
        {
            return ([], Explain(exception));
        }
    }

    private static string Explain(AgeException exception) =>
        exception.Diagnostic.Location is { Source.Text.Length: > 0 } location
            ? $"line {location.Start.Line}: {exception.Diagnostic.Message}"
            : exception.Diagnostic.Message;
}
