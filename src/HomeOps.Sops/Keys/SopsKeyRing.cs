using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>
/// All age identities at hand and where each came from, so that a file nobody can open is reported with the places that were
/// looked at. Disposing it overwrites the identities in memory.
/// </summary>
public sealed class SopsKeyRing(IReadOnlyList<KeySource> sources) : IDisposable
{
    /// <summary>The places that are looked at, in this order.</summary>
    public IReadOnlyList<KeySource> Sources { get; } = sources;

    /// <summary>A warning for each source that was named by somebody and cannot be used.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics =>
        [
            .. Sources
                .Where(static s => !s.IsCustomary && s.Problem is not null)
                .Select(static s => SopsDiagnostics.BadKeySource(s.Name, s.Problem ?? "")),
        ];

    /// <summary>A ring of one identity file.</summary>
    /// <param name="file">The file, e.g. <c>age.key</c>.</param>
    public static SopsKeyRing FromFile(SourceText file) => new([KeySource.FromFile(file.Path, file.Text)]);

    /// <summary>
    /// Everything SOPS would find: <c>SOPS_AGE_KEY</c>, <c>SOPS_AGE_KEY_FILE</c>, <c>SOPS_AGE_KEY_CMD</c>, <c>$XDG_CONFIG_HOME/sops/age/keys.txt</c> or
    /// <c>~/.config/sops/age/keys.txt</c>, <c>SOPS_AGE_SSH_PRIVATE_KEY_FILE</c>, <c>SOPS_AGE_SSH_PRIVATE_KEY_CMD</c>, <c>~/.ssh/id_ed25519</c> and <c>~/.ssh/id_rsa</c>.
    /// All of them count; none hides another.
    /// </summary>
    /// <param name="surroundings">Variables, home folder and files.</param>
    /// <param name="first">Sources to try before those, e.g. the repository's <c>age.key</c>.</param>
    public static SopsKeyRing Find(KeySurroundings surroundings, params IEnumerable<KeySource> first)
    {
        var sources = new List<KeySource>(first);
        if (surroundings.Variable("SOPS_AGE_KEY") is { Length: > 0 } keys)
        {
            sources.Add(KeySource.FromVariable("SOPS_AGE_KEY", keys));
        }

        if (surroundings.Variable("SOPS_AGE_KEY_FILE") is { Length: > 0 } path)
        {
            sources.Add(KeySource.FromPath(path, surroundings));
        }

        AddCommand(sources, "SOPS_AGE_KEY_CMD", surroundings, isForEachRecipient: true);
        AddCustomary(sources, DefaultPath(surroundings), surroundings);
        if (surroundings.Variable("SOPS_AGE_SSH_PRIVATE_KEY_FILE") is { Length: > 0 } ssh)
        {
            sources.Add(KeySource.FromPath(ssh, surroundings));
        }

        AddCommand(sources, "SOPS_AGE_SSH_PRIVATE_KEY_CMD", surroundings, isForEachRecipient: false);
        if (surroundings.Home is { Length: > 0 } home)
        {
            // Nobody asked for these, so nobody is asked for their passphrase.
            var quiet = surroundings with
            {
                Passphrase = null,
            };
            AddCustomary(sources, $"{home.TrimEnd('/')}/.ssh/id_ed25519", quiet);
            AddCustomary(sources, $"{home.TrimEnd('/')}/.ssh/id_rsa", quiet);
        }

        return new SopsKeyRing(sources);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var identity in Sources.Where(static s => s.IsRead).SelectMany(static s => s.Identities))
        {
            identity.Dispose();
        }
    }

    private static void AddCommand(
        List<KeySource> sources,
        string variable,
        KeySurroundings surroundings,
        bool isForEachRecipient
    )
    {
        if (surroundings is { OutputOf: { } outputOf } && surroundings.Variable(variable) is { Length: > 0 } line)
        {
            sources.Add(KeySource.FromCommand(variable, line, outputOf, isForEachRecipient));
        }
    }

    private static void AddCustomary(List<KeySource> sources, string? path, KeySurroundings surroundings)
    {
        if (path is not null)
        {
            sources.Add(KeySource.FromCustomaryPath(path, surroundings));
        }
    }

    private static string? DefaultPath(KeySurroundings surroundings)
    {
        const string below = "sops/age/keys.txt";
        if (surroundings.Variable("XDG_CONFIG_HOME") is { Length: > 0 } config)
        {
            return $"{config.TrimEnd('/')}/{below}";
        }

        return surroundings.Home is { Length: > 0 } home ? $"{home.TrimEnd('/')}/.config/{below}" : null;
    }
}
