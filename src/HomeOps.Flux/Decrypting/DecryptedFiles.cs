using System.Text;
using HomeOps.Files;
using HomeOps.Kustomize;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// The tree as a Kustomization with <c>decryption</c> builds it (flux.md 2.4 a): encrypted files that <c>secretGenerator</c> and <c>patches</c>
/// name are plain. Without a key, placeholders stand for their values. All other files are as they are.
/// </summary>
internal sealed class DecryptedFiles : FileTree
{
    // kustomize-controller decrypts no larger file.
    private const int MaxBytes = 5 << 20;

    private static readonly byte[] Marker = "ENC["u8.ToArray();

    private readonly FileTree tree;
    private readonly FluxOptions options;
    private readonly DiagnosticBag findings;
    private readonly Lazy<Dictionary<string, SopsFormat>> formats;
    private readonly HashSet<string> opened = new(StringComparer.Ordinal);

    public DecryptedFiles(
        FileTree tree,
        string folder,
        KustomizeOverlay overlay,
        FluxOptions options,
        DiagnosticBag findings
    )
    {
        (this.tree, this.options, this.findings) = (tree, options, findings);
        // Most builds read no encrypted file but objects, so nothing is searched for before one is met.
        formats = new(() => FormatsOf(KustomizationFolder.EncryptableFiles(tree, folder, overlay)));
    }

    public override string Root => tree.Root;

    public override FileEntry? Find(string path) => tree.Find(path);

    public override IReadOnlyList<FileEntry> List(string folder) => tree.List(folder);

    public override byte[] Read(string path)
    {
        var bytes = tree.Read(path);
        return bytes.AsSpan().IndexOf(Marker) >= 0 && formats.Value.TryGetValue(path, out var format)
            ? Decrypted(path, bytes, format)
            : bytes;
    }

    /// <summary>A finding of the build as it may be shown: of a file that was opened with a key neither lines nor words.</summary>
    public Diagnostic Hidden(Diagnostic finding) =>
        finding.Location is { } at && opened.Contains(at.Path)
            ? finding with
            {
                Message = $"'{at.Path}' cannot be used once it is decrypted",
                Location = at.Hidden(),
                Hint = null,
            }
            : finding;

    private byte[] Decrypted(string path, byte[] bytes, SopsFormat format)
    {
        var source = new SourceText(path, Encoding.UTF8.GetString(bytes));
        if (!SopsMarker.IsIn(source.Text, format))
        {
            return bytes;
        }

        if (bytes.Length > MaxBytes)
        {
            findings.Add(FluxDiagnostics.TooLargeToDecrypt(path, MaxBytes));
            return bytes;
        }

        if (options.Keys is { } keys)
        {
            try
            {
                var plain = format.Decrypt(source, keys, ignoreMac: true).ToBytes();
                opened.Add(path);
                return plain;
            }
            catch (SopsException refused)
            {
                findings.Add(ObjectDecryption.Refused(path, refused, Location.OfFile(path)));
            }
        }

        return Encoding.UTF8.GetBytes(PlaceholderFile.Of(source, format, options.Placeholders));
    }

    // The ending of a value's key says its format; lines are dotenv unless the ending says otherwise.
    private static Dictionary<string, SopsFormat> FormatsOf(IReadOnlyList<EncryptableFile> files)
    {
        var found = new Dictionary<string, SopsFormat>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            var format = SopsMarker.FormatOf(file.Name);
            found[file.Path] =
                file.Use == FileUse.SecretLines && format == SopsFormat.Binary ? SopsFormat.Dotenv : format;
        }

        return found;
    }
}
