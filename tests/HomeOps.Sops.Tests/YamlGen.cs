using System.Globalization;
using CsCheck;
using HomeOps.Sops.Formats;
using HomeOps.Text;

namespace HomeOps.Sops.Tests;

/// <summary>Random plaintexts, in the form SOPS itself would write at indent 2.</summary>
internal static class YamlGen
{
    private static readonly string[] Awkward =
    [
        "yes",
        "true",
        "null",
        "~",
        "1",
        "1.5",
        "0x1F",
        "2026-01-31",
        "",
        " lead",
        "trail ",
        "a\nb",
        "a\nb\n",
        "\n",
        "- x",
        "k: v",
        "é",
        "\U0001F600 emoji\u00A0and\u2028a line separator",
        "one\n\n  two\n\tthree\n",
        "trailing \nblank \n",
        "---\n# no comment\n...\n",
    ];

    // Where other languages' numbers end.
    private static readonly long[] Edges = [0, -1, 1L << 53, (1L << 53) + 1, long.MaxValue, long.MinValue];

    private static readonly Gen<string> Key = Gen.String[Gen.Char["abcxyz_- .0"], 1, 8]
        .Where(static k => k.Trim() == k && k.Length > 0);

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char["ab \":#'{}[]&*!|>%@`\\\n\t-ü€"], 0, 20],
        Gen.Int[0, Awkward.Length - 1].Select(static i => Awkward[i])
    );

    private static readonly Gen<SopsNode> Scalar = Gen.OneOf<SopsNode>(
        Text.Select(static t => (SopsNode)SopsScalar.String(t)),
        Gen.Long.Select(static i => (SopsNode)SopsScalar.Int(i)),
        Gen.Int[0, Edges.Length - 1].Select(static i => (SopsNode)SopsScalar.Int(Edges[i])),
        Gen.Double.Where(double.IsFinite).Select(static d => (SopsNode)SopsScalar.Float(d)),
        Gen.Bool.Select(static b => (SopsNode)SopsScalar.Bool(b)),
        Gen.Const((SopsNode)SopsScalar.Null)
    );

    private static readonly Gen<SopsNode> Node = Gen.Recursive<SopsNode>(
        (depth, self) =>
            depth >= 3
                ? Scalar
                : Gen.Frequency(
                    (4, Scalar),
                    (1, Map(self).Select(static m => (SopsNode)m)),
                    (1, self.Array[0, 4].Select(static items => (SopsNode)new SopsList(items)))
                )
    );

    /// <summary>A document of one to six keys.</summary>
    public static readonly Gen<SopsTree> Tree = Map(Node)
        .Where(static m => m.Entries.Any(static e => e.Key is not null))
        .Select(static m => new SopsTree(new SourceText("t", ""), [m]));

    public static readonly Gen<string> Document = Tree.Select(Write);

    /// <summary>The values of a dotenv file: names and texts. A backslash before an n stands for a line end there, so there is none.</summary>
    public static readonly Gen<SopsTree> Dotenv = Gen.Select(
            Gen.String[Gen.Char["ABCXYZ_09"], 1, 8],
            Text.Where(static t => !t.Contains("\\n", StringComparison.Ordinal))
        )
        .Array[1, 6]
        .Select(static entries => new SopsTree(
            new SourceText("t", ""),
            [
                new SopsMap([
                    SopsEntry.OfComment(new SopsComment(" a comment")),
                    .. entries
                        .DistinctBy(static e => e.Item1, StringComparer.Ordinal)
                        .Select(static e => new SopsEntry("K" + e.Item1, SopsScalar.String(e.Item2))),
                ]),
            ]
        ));

    /// <summary>The content of a binary file that is text.</summary>
    public static readonly Gen<SopsTree> Binary = Text.Select(static t => new SopsTree(
        new SourceText("t", ""),
        [new SopsMap([new SopsEntry("data", SopsScalar.String(t))])]
    ));

    public static string Write(SopsTree tree) => SopsFormat.Yaml.Write(tree, null, new FileLayout(new StoreIndents(2)));

    private static Gen<SopsMap> Map(Gen<SopsNode> value) =>
        Gen.Select(Key, value, Gen.Int[0, 9])
            .Array[1, 6]
            .Select(static entries => new SopsMap([
                .. entries
                    .DistinctBy(static e => e.Item1, StringComparer.Ordinal)
                    .SelectMany(static e =>
                        e.Item3 == 0
                            ? new[]
                            {
                                SopsEntry.OfComment(
                                    new SopsComment(" comment " + e.Item1.Length.ToString(CultureInfo.InvariantCulture))
                                ),
                                new SopsEntry(e.Item1, e.Item2),
                            }
                            : [new SopsEntry(e.Item1, e.Item2)]
                    ),
            ]));
}
