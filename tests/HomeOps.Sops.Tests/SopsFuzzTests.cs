using System.Text;
using CsCheck;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Sops.Tests;

/// <summary>
/// Damaged files never crash or hang, and are never wrongly accepted: what opens holds the very values that were encrypted. HOMEOPS_FUZZ sets the
/// number of inputs.
/// </summary>
public sealed class SopsFuzzTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "\n",
        "\n\n",
        " ",
        "  ",
        "sops:",
        "sops_",
        "- ",
        "---\n",
        "&a ",
        "*a",
        "!!str ",
        "#",
        "{",
        "}",
        "[",
        "\"",
        ",",
        "=",
        "ENC[",
        "_unencrypted",
        "mac_only_encrypted: true\n",
    ];

    private readonly Household household = new();

    public void Dispose() => household.Dispose();

    [Theory]
    [InlineData(
        "a.yaml",
        "a: one\nb:\n  # two\n  - 2\n  - {c: 3.5, d: true}\ne_unencrypted: plain\nf: null\ng: 2026-01-31\n"
    )]
    [InlineData(
        "a.json",
        "{\"a\": \"one\", \"b\": [2, {\"c\": 3.5, \"d\": true}], \"e_unencrypted\": \"plain\", \"f\": null}"
    )]
    [InlineData("a.env", "A=one\n# two\nB=2\nC_unencrypted=plain\nD=a\\nb\n")]
    [InlineData("a.ini", "[a]\nb = one\n; two\nc = 2\n")]
    [InlineData("a.txt", "any bytes\n")]
    public void A_damaged_file_is_refused_or_holds_the_values_that_were_encrypted(string name, string plain)
    {
        var format = SopsFormat.For(name);
        var file = Encoding.UTF8.GetBytes(
            format.Encrypt(new SourceText(name, plain), household.Rule, household.Context)
        );
        var values = Values(format.Decrypt(Source(name, file), household.Keys));
        Gen.UInt.Sample(
            seed =>
            {
                var source = Source(name, Fuzz.Damage(file, seed, Pieces));
                try
                {
                    Assert.Equal(values, Values(format.Decrypt(source, household.Keys)));
                }
                catch (SopsException)
                {
                    // Refused.
                }

                Look(name, source);
            },
            iter: Fuzz.Count
        );
    }

    [Fact]
    public void Any_text_at_all_is_read_or_refused() =>
        Gen.String.Sample(
            text =>
            {
                foreach (var name in (string[])["a.yaml", "a.json", "a.env", "a.ini", "a.txt"])
                {
                    Look(name, new SourceText(name, text));
                    try
                    {
                        var format = SopsFormat.For(name);
                        var file = format.Encrypt(new SourceText(name, text), household.Rule, household.Context);
                        format.Decrypt(new SourceText(name, file), household.Keys);
                    }
                    catch (SopsException)
                    {
                        // Refused.
                    }
                }
            },
            iter: Math.Max(1, Fuzz.Count / 5)
        );

    private static void Look(string name, SourceText source)
    {
        var check = new SopsCheck(config: null);
        check.Add(new SopsRepositoryFile("x.sops." + name, source));
        Assert.All(check.Findings, static f => Assert.NotEmpty(f.ToString()));
        try
        {
            SopsFormat.For(name).Status(source);
        }
        catch (SopsException)
        {
            // Refused.
        }
    }

    private static SourceText Source(string name, byte[] bytes) => new(name, Encoding.UTF8.GetString(bytes));

    // What the MAC covers: all values in order, without keys, comments and nulls.
    private static string Values(SopsPlain plain) => string.Concat(plain.Tree.Documents.SelectMany(Values));

    private static IEnumerable<string> Values(SopsNode node) =>
        node switch
        {
            SopsMap map => map.Entries.SelectMany(static e => Values(e.Value)),
            SopsList list => list.Items.SelectMany(Values),
            SopsScalar scalar => [scalar.Text],
            _ => [],
        };
}
