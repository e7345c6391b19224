using System.Security.Cryptography;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary>What an editor is given, and how what comes back is encrypted: into the file that is there, or into a new one by its rule.</summary>
internal sealed class SecretsEditText : IDisposable
{
    private readonly Func<byte[], string?> encrypt;
    private readonly IDisposable? opened;

    private SecretsEditText(byte[] before, Func<byte[], string?> encrypt, IDisposable? opened)
    {
        Before = before;
        this.encrypt = encrypt;
        this.opened = opened;
    }

    /// <summary>The plaintext before.</summary>
    public byte[] Before { get; }

    /// <exception cref="SopsException">The file cannot be opened, or no rule covers a new one.</exception>
    public static SecretsEditText Open(World world, string path, string? config, string? type) =>
        File.Exists(world.Absolute(path)) ? Existing(world, path, config, type) : New(world, path, config, type);

    public bool IsUnchanged(ReadOnlySpan<byte> after) => after.SequenceEqual(Before);

    /// <summary>The encrypted text; null when it would be the very same.</summary>
    /// <exception cref="SopsException">The plaintext is not of the file's format.</exception>
    public string? Encrypt(byte[] after) => encrypt(after);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(Before);
        opened?.Dispose();
    }

    private static SecretsEditText Existing(World world, string path, string? config, string? type)
    {
        var file = SecretsFile.Open(world, path, config, type);
        var plain = file.Format.Decrypt(file.Source, file.Keys).ToBytes();
        return new SecretsEditText(plain, Changed, file);

        string? Changed(byte[] after)
        {
            var update = file.Format.Replace(file.Source, after, file.Keys, file.Context);
            return update.Kind == SopsUpdateKind.Unchanged ? null : update.Text;
        }
    }

    private static SecretsEditText New(World world, string path, string? config, string? type)
    {
        var found =
            new SopsSurroundings(world).FindConfig(config)
            ?? throw new SopsException(SopsFailure.NoMatchingRule, CliDiagnostics.NoSopsConfig(path));
        var rule = found.Config.RequireRule(found.RulePath(world.Absolute(path)));
        var format = SopsTypes.Format(type, path);
        var context = new SopsContext(world.Random, world.Clock);
        return new SecretsEditText(
            format.Example(rule),
            after => format.Encrypt(path, after, rule, context),
            opened: null
        );
    }
}
