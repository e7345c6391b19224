using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;

namespace HomeOps.Sops;

/// <summary>
/// One place where age identities are looked for, and what is found there. It is read when it is first needed, once, whichever thread
/// needs it.
/// </summary>
public sealed class KeySource
{
    private readonly Func<string?, (IReadOnlyList<AgeIdentity> Identities, string? Problem)> read;
    private readonly bool isForEachRecipient;
    private readonly Lock gate = new();
    private readonly Dictionary<string, (IReadOnlyList<AgeIdentity> Identities, string? Problem)> found = [];

    private KeySource(
        string name,
        Func<string?, (IReadOnlyList<AgeIdentity>, string?)> read,
        bool isForEachRecipient = false
    )
    {
        Name = name;
        this.read = read;
        this.isForEachRecipient = isForEachRecipient;
    }

    /// <summary>The file's path or the variable's name, as it is shown to people.</summary>
    public string Name { get; }

    /// <summary>
    /// Why nothing of this source can be used; null when it can, and as long as nobody needed what a command prints.
    /// </summary>
    public string? Problem => Found.Select(static f => f.Problem).FirstOrDefault(static p => p is not null);

    /// <summary>The recipients whose files this source opens.</summary>
    public IReadOnlyList<string> Recipients =>
        [.. Identities.Select(static i => i.Recipient?.ToString()).OfType<string>()];

    /// <summary>Whether this place is looked at by habit (<c>~/.ssh</c>): that it cannot be used is then no news.</summary>
    internal bool IsCustomary { get; init; }

    internal bool IsRead
    {
        get
        {
            lock (gate)
            {
                return found.Count > 0;
            }
        }
    }

    internal IReadOnlyList<AgeIdentity> Identities => [.. Found.SelectMany(static f => f.Identities)];

    private IEnumerable<(IReadOnlyList<AgeIdentity> Identities, string? Problem)> Found
    {
        get
        {
            if (!isForEachRecipient)
            {
                Find("");
            }

            lock (gate)
            {
                return [.. found.Values];
            }
        }
    }

    /// <summary>The identities to try for a recipient; a command is told which one, as in SOPS.</summary>
    internal IReadOnlyList<AgeIdentity> IdentitiesFor(string recipient) =>
        Find(isForEachRecipient ? recipient : "").Identities;

    /// <summary>
    /// The text of an identity file (<c>age.key</c>) or SSH private key. One bad line makes the whole source unusable, as in
    /// age.
    /// </summary>
    /// <param name="name">Shown to people.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="passphrase">Asked if the file is protected; null when there is nobody to ask.</param>
    public static KeySource FromFile(string name, string text, PassphrasePrompt? passphrase = null) =>
        new(name, _ => Parse(name, Encoding.UTF8.GetBytes(text), passphrase));

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
        new(name, _ => (identities, null));

    /// <summary>A file that is read when it is needed.</summary>
    /// <param name="path">The path, which is its name too.</param>
    /// <param name="surroundings">Where files are read.</param>
    public static KeySource FromPath(string path, KeySurroundings surroundings) =>
        new(path, _ => Read(path, surroundings));

    /// <summary>A program that prints identities, run when they are needed.</summary>
    /// <param name="name">Shown to people.</param>
    /// <param name="commandLine">What to run.</param>
    /// <param name="outputOf">Runs it.</param>
    /// <param name="isForEachRecipient">Whether it is run for each recipient apart, and told which.</param>
    internal static KeySource FromCommand(
        string name,
        string commandLine,
        Func<string, string?, byte[]?> outputOf,
        bool isForEachRecipient
    ) =>
        new(
            name,
            recipient =>
            {
                try
                {
                    return outputOf(commandLine, isForEachRecipient ? recipient : null) is { } text
                        ? Parse(name, text, passphrase: null)
                        : ([], "the command failed");
                }
                catch (IOException)
                {
                    return ([], "the command could not be started");
                }
            },
            isForEachRecipient
        );

    /// <summary>A file that need not be there.</summary>
    internal static KeySource FromCustomaryPath(string path, KeySurroundings surroundings) =>
        new(path, _ => Read(path, surroundings)) { IsCustomary = true };

    private (IReadOnlyList<AgeIdentity> Identities, string? Problem) Find(string recipient)
    {
        lock (gate)
        {
            if (!found.TryGetValue(recipient, out var result))
            {
                found.Add(recipient, result = read(recipient));
            }

            return result;
        }
    }

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

    private static (IReadOnlyList<AgeIdentity>, string?) Parse(string name, byte[] text, PassphrasePrompt? passphrase)
    {
        try
        {
            return (AgeIdentityFile.Parse(text, name, passphrase), null);
        }
        catch (AgeException exception)
        {
            return ([], Explain(exception));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(text);
        }
    }

    private static string Explain(AgeException exception) =>
        exception.Diagnostic.Location is { Source.Text.Length: > 0 } location
            ? $"line {location.Start.Line}: {exception.Diagnostic.Message}"
            : exception.Diagnostic.Message;
}
