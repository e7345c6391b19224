using System.Text;
using HomeOps.Sops.Formats;
using HomeOps.Text;

namespace HomeOps.Sops;

/// <content>What a new file starts from.</content>
public abstract partial class SopsFormat
{
    /// <summary>
    /// A plaintext to start a new file from. A rule that encrypts what Kubernetes keeps secret gives a Secret; any other, one key and its value.
    /// </summary>
    /// <param name="rule">The rule of the file.</param>
    public byte[] Example(CreationRule rule)
    {
        if (this == Binary)
        {
            return "example\n"u8.ToArray();
        }

        var isSecret = rule.Selector is { Kind: SelectorKind.EncryptedRegex } && rule.Selector.Finds("stringData");
        var source = new SourceText("example", "");
        SopsMap example =
            isSecret && this != Dotenv && this != Ini
                ? Map(
                    ("apiVersion", SopsScalar.String("v1")),
                    ("kind", SopsScalar.String("Secret")),
                    ("metadata", Map(("name", SopsScalar.String("example")))),
                    ("stringData", Map(("key", SopsScalar.String("value"))))
                )
            : this == Ini ? Map(("section", Map(("key", SopsScalar.String("value")))))
            : Map(("key", SopsScalar.String("value")));
        return Encoding.UTF8.GetBytes(Write(new SopsTree(source, [example]), null, new FileLayout(rule.Indents)));
    }

    private static SopsMap Map(params (string Key, SopsNode Value)[] entries) =>
        new([.. entries.Select(static e => new SopsEntry(e.Key, e.Value))]);
}
