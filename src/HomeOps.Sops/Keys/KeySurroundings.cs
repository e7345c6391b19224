using HomeOps.Age;

namespace HomeOps.Sops;

/// <summary>Where the usual places for age identities are looked up.</summary>
/// <param name="Variable">An environment variable; null when it is not set.</param>
/// <param name="Home">The home folder; null when there is none.</param>
/// <param name="ReadFile">The bytes of a file, overwritten once they were read; null when there is none at that path. May throw <see cref="IOException"/>.</param>
/// <param name="Passphrase">Asked for a protected identity file; null when there is nobody to ask.</param>
/// <param name="OutputOf">
/// What a command line prints, run without a shell, with the recipient in SOPS_AGE_RECIPIENT when there is one; overwritten once it was read; null when
/// it fails. May throw <see cref="IOException"/>. Null when no program may be run.
/// </param>
public sealed record KeySurroundings(
    Func<string, string?> Variable,
    string? Home,
    Func<string, byte[]?> ReadFile,
    PassphrasePrompt? Passphrase = null,
    Func<string, string?, byte[]?>? OutputOf = null
);
