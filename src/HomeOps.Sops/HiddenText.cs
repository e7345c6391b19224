using HomeOps.Sops.Ciphering;
using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>
/// Keeps plaintext out of findings. Printing a finding shows the line it is about, which in a plaintext file is a secret; the message of
/// a YAML finding can name part of a value.
/// </summary>
internal static class HiddenText
{
    /// <summary>
    /// The failure of reading what should be encrypted: a file left in plaintext is as secret as one that is to be encrypted, so only lines
    /// of ciphertext are shown.
    /// </summary>
    public static SopsException UnlessEncrypted(SopsException exception)
    {
        var diagnostic = exception.Diagnostic;
        return diagnostic.Location is { } at && IsCiphertext(at)
            ? exception
            : new SopsException(exception.Failure, diagnostic with { Location = diagnostic.Location?.Hidden() });
    }

    /// <summary>The failure of reading a plaintext, with nothing of it left.</summary>
    public static SopsException Of(SopsException exception)
    {
        var diagnostic = exception.Diagnostic;
        var location = diagnostic.Location?.Hidden();
        if (diagnostic.Location is { } at && IsYaml(diagnostic) && EncryptedValue.IsIn(at.Source.Text))
        {
            return new SopsException(
                exception.Failure,
                SopsDiagnostics.DamagedFile(diagnostic.Code, IsCiphertext(at) ? at : at.Hidden())
            );
        }

        return new SopsException(
            exception.Failure,
            IsYaml(diagnostic)
                ? SopsDiagnostics.MalformedPlaintext(diagnostic.Code, location ?? Location.OfFile(""))
                : diagnostic with
                {
                    Location = location,
                }
        );
    }

    private static bool IsYaml(Diagnostic diagnostic) => diagnostic.Code.StartsWith("HO02", StringComparison.Ordinal);

    private static bool IsCiphertext(Location at) =>
        at.Source.GetLine(at.Start.Line).Contains("ENC[", StringComparison.Ordinal);
}
