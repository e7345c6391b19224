using System.Text;
using HomeOps.Sops.Formats;
using HomeOps.Sops.Metadata;
using HomeOps.Sops.Updating;
using HomeOps.Sops.Walking;
using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>
/// SOPS files in one format: encrypt, decrypt, update with zero difference, status. Nothing here touches a disk; a failure is a
/// <see cref="SopsException"/> and leaves nothing half done.
/// </summary>
public abstract partial class SopsFormat
{
    private protected SopsFormat(string name) => Name = name;

    /// <summary>YAML, with comments and several documents.</summary>
    public static SopsFormat Yaml { get; } = new YamlFormat();

    /// <summary>JSON.</summary>
    public static SopsFormat Json { get; } = new JsonFormat();

    /// <summary><c>KEY=value</c> lines.</summary>
    public static SopsFormat Dotenv { get; } = new DotenvFormat();

    /// <summary>INI.</summary>
    public static SopsFormat Ini { get; } = new IniFormat();

    /// <summary>Any other file, encrypted whole.</summary>
    public static SopsFormat Binary { get; } = new BinaryFormat();

    /// <summary>The format's name, as SOPS's <c>--input-type</c> takes it.</summary>
    public string Name { get; }

    /// <summary>The format of a file by its ending, as SOPS chooses it.</summary>
    public static SopsFormat For(string path) =>
        Ends(path, ".yaml") || Ends(path, ".yml") ? Yaml
        : Ends(path, ".json") ? Json
        : Ends(path, ".env") ? Dotenv
        : Ends(path, ".ini") ? Ini
        : Binary;

    /// <summary>Encrypts a file for the first time, under a new data key.</summary>
    /// <param name="plain">The plaintext.</param>
    /// <param name="rule">For whom, and which values.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <returns>The text of the encrypted file.</returns>
    /// <exception cref="SopsException">The text is not of this format, is empty, is encrypted already, or holds what SOPS cannot encrypt.</exception>
    public string Encrypt(SourceText plain, CreationRule rule, SopsContext context)
    {
        var content = ReadPlain(plain);
        using var key = Ciphering.DataKey.Create(context.Random);
        return Encryption.Create(this, content.Tree, rule, context, key);
    }

    /// <summary>Encrypts a binary file for the first time, whatever its bytes are.</summary>
    /// <param name="path">The name for findings.</param>
    /// <param name="plain">The plaintext.</param>
    /// <param name="rule">For whom.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <returns>The text of the encrypted file.</returns>
    public static string EncryptBinary(string path, ReadOnlySpan<byte> plain, CreationRule rule, SopsContext context)
    {
        using var key = Ciphering.DataKey.Create(context.Random);
        return Encryption.Create(Binary, BinaryFormat.ReadBytes(path, plain), rule, context, key);
    }

    /// <summary>Encrypts the bytes of a file for the first time, in this format.</summary>
    /// <param name="path">The name for findings.</param>
    /// <param name="plain">The plaintext.</param>
    /// <param name="rule">For whom, and which values.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <returns>The text of the encrypted file.</returns>
    /// <exception cref="SopsException">The plaintext is not of this format, is empty, is encrypted already, or holds what SOPS cannot encrypt.</exception>
    public string Encrypt(string path, ReadOnlySpan<byte> plain, CreationRule rule, SopsContext context) =>
        this == Binary
            ? EncryptBinary(path, plain, rule, context)
            : Encrypt(new SourceText(path, Encoding.UTF8.GetString(plain)), rule, context);

    /// <summary>Decrypts a file and checks that it is what was encrypted.</summary>
    /// <param name="encrypted">The text of the file.</param>
    /// <param name="keys">The identities at hand.</param>
    /// <param name="ignoreMac">Leaves out the check that no value was added, removed, reordered or changed.</param>
    /// <exception cref="SopsException">No key opens it, or it was changed.</exception>
    public SopsPlain Decrypt(SourceText encrypted, SopsKeyRing keys, bool ignoreMac = false)
    {
        var file = OpenedFile.Read(this, encrypted);
        using var key = file.OpenKey(keys);
        return new SopsPlain(this, file.Decrypt(key, ignoreMac), file.Layout);
    }

    /// <summary>Decrypts a file with its data key, recovered by other means.</summary>
    /// <param name="encrypted">The text of the file.</param>
    /// <param name="dataKey">32 bytes, which the caller clears.</param>
    /// <param name="ignoreMac">Leaves out the check that no value was added, removed, reordered or changed.</param>
    /// <exception cref="SopsException">The key is another file's, or the file was changed.</exception>
    public SopsPlain Decrypt(SourceText encrypted, ReadOnlySpan<byte> dataKey, bool ignoreMac = false)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(dataKey.Length, Ciphering.DataKey.Length, nameof(dataKey));
        var file = OpenedFile.Read(this, encrypted);
        using var key = Ciphering.DataKey.Copy(dataKey);
        return new SopsPlain(this, file.Decrypt(key, ignoreMac), file.Layout);
    }

    /// <summary>
    /// Writes an encrypted file again in the layout of SOPS 3.13 and an indentation, every value and block of it kept. Needs no
    /// key.
    /// </summary>
    /// <exception cref="SopsException">The text is not of this format, or not encrypted.</exception>
    public string Reformat(SourceText encrypted, StoreIndents indents)
    {
        var file = OpenedFile.Read(this, encrypted);
        return Write(file.Content.Tree, MetadataLayout.Sorted(file.Metadata), new FileLayout(indents));
    }

    /// <summary>
    /// Brings an encrypted file to a wanted plaintext with the least change: nothing changed gives the very same text; a changed value
    /// changes its own line, the MAC and <c>lastmodified</c>; recipients that stay keep their blocks.
    /// </summary>
    /// <param name="existing">The encrypted file as it is.</param>
    /// <param name="wanted">The plaintext it should hold.</param>
    /// <param name="rule">For whom it should be, and which values should be encrypted.</param>
    /// <param name="keys">The identities at hand; one must open the existing file.</param>
    /// <param name="context">Random numbers and the clock.</param>
    /// <exception cref="SopsException">The existing file cannot be opened or was tampered with: it is never silently made anew.</exception>
    public SopsUpdate Update(
        SourceText existing,
        SourceText wanted,
        CreationRule rule,
        SopsKeyRing keys,
        SopsContext context
    )
    {
        var plain = ReadPlain(wanted);
        var file = OpenedFile.Read(this, existing);
        using var key = file.OpenKey(keys);
        var wish = new FileWish(
            new FileSettings(SelectorOf(rule), rule.MacOnlyEncrypted),
            rule.Recipients,
            new FileLayout(rule.Indents)
        );
        return new FileUpdate(this, file, wish, context, key).To(plain.Tree);
    }

    /// <summary>What a file says about itself; needs no key.</summary>
    /// <exception cref="SopsException">The text is not of this format, or its metadata are damaged.</exception>
    public SopsStatus Status(SourceText text)
    {
        var content = ReadEncrypted(text);
        if (content.Block is not SopsMap block)
        {
            return SopsStatus.Plain;
        }

        try
        {
            var metadata = new MetadataReader(text, UsualSelector).Read(block);
            return new SopsStatus(
                metadata.Mac.Length > 0,
                metadata.Recipients,
                metadata.Selector,
                metadata.MacOnlyEncrypted,
                metadata.Version
            );
        }
        catch (SopsException exception) when (exception.Diagnostic.Code is "HO0611")
        {
            return SopsStatus.Plain;
        }
    }

    internal abstract FileContent Read(SourceText text);

    /// <summary>Reads what should be encrypted and may not be.</summary>
    internal FileContent ReadEncrypted(SourceText text)
    {
        try
        {
            return Read(text);
        }
        catch (SopsException exception)
        {
            throw HiddenText.UnlessEncrypted(exception);
        }
    }

    internal abstract string Write(SopsTree tree, SopsMap? block, FileLayout layout);

    /// <summary>An existing file with changed values and everything else as it was; null when it must be written as a whole.</summary>
    internal virtual string? Patch(FileContent old, FileContent wanted, FileLayout layout) => null;

    /// <summary>One value by itself.</summary>
    internal virtual string WriteValue(SopsTree tree, SopsNode value, FileLayout layout) =>
        value is SopsScalar scalar
            ? DotenvFormat.PlainText(scalar) + "\n"
            : Write(tree with { Documents = [value as SopsMap ?? new SopsMap([])] }, null, layout);

    internal virtual byte[] WriteBytes(SopsTree tree, FileLayout layout) =>
        Encoding.UTF8.GetBytes(Write(tree, null, layout));

    /// <summary>What is encrypted in a file whose metadata do not say.</summary>
    internal virtual SopsSelector UsualSelector => SopsSelector.Default;

    /// <summary>Which values of this format the rule encrypts; binary files have no keys to choose by.</summary>
    internal virtual SopsSelector SelectorOf(CreationRule rule) => rule.Selector;

    private static bool Ends(string path, string ending) => path.EndsWith(ending, StringComparison.Ordinal);

    private FileContent ReadPlain(SourceText plain)
    {
        try
        {
            var content = Read(plain);
            return content.Block is null
                ? content
                : throw new SopsException(
                    SopsFailure.AlreadyEncrypted,
                    SopsDiagnostics.AlreadyEncrypted(plain.At(content.Block.Span))
                );
        }
        catch (SopsException exception)
        {
            throw HiddenText.Of(exception);
        }
    }
}
