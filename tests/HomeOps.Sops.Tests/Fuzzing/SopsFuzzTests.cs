using System.Text;
using CsCheck;
using HomeOps.Sops.Ciphering;
using HomeOps.Sops.Formats;
using HomeOps.Sops.Updating;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Sops.Tests;

/// <summary>
/// Damaged SOPS files. One that is accepted holds the very values that were encrypted, in their order (that is what the MAC promises: names of
/// unencrypted values, comments, nulls and empty values are not covered, as in SOPS); it is written and read back with the same values, and, encrypted
/// anew, it opens. Whatever it is, status and check say something about it.
/// </summary>
public sealed class SopsFuzzTests : IDisposable
{
    private static readonly string[] Pieces =
    [
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "  ",
        "\t",
        "sops:",
        "sops_",
        "\"sops\": {},",
        "- ",
        "---\n",
        "...\n",
        "&a ",
        "*a",
        "<<: ",
        "!!str ",
        "!!binary ",
        "!!int ",
        "? ",
        "|\n",
        ">-\n",
        "#",
        "# ENC[AES256_GCM,data:AA==,iv:AA==,tag:AA==,type:comment]\n",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        ",",
        ":",
        "=",
        "ENC[",
        "null",
        "\"\"",
        "_unencrypted",
        "type:int",
        "mac_only_encrypted: true\n",
        "encrypted_regex: ^$\n",
    ];

    private readonly Household household = new();

    public void Dispose() => household.Dispose();

    [Fact]
    public void A_damaged_YAML_file_is_refused_or_holds_the_values_that_were_encrypted() =>
        Run(
            SopsFormat.Yaml,
            "a: one\nb:\n  # two\n  - 2\n  - {c: 3.5, d: true}\ne_unencrypted: plain\nf: null\ng: 2026-01-31\nh: \"\"\n",
            "# head\nkind: Secret # inline\nstringData:\n  # in the map\n  token: |\n    two\n    lines\n  tick: 0x1F\nempty: {}\nlist: []\n",
            "a: &x\n  b: 1\nc:\n  <<: *x\n  d: *x\n---\nx_unencrypted: 1\n"
        );

    [Fact]
    public void A_damaged_JSON_file_is_refused_or_holds_the_values_that_were_encrypted() =>
        Run(
            SopsFormat.Json,
            """{"a": "one", "b": [2, {"c": 3.5, "d": true}], "e_unencrypted": "plain", "f": null}""",
            """{"a\u00e9": "\n", "a": 12345678901234567890, "b": {}, "c": [], "d_unencrypted": [1e30, -0.0]}"""
        );

    [Fact]
    public void A_damaged_dotenv_file_is_refused_or_holds_the_values_that_were_encrypted() =>
        Run(SopsFormat.Dotenv, "A=one\n# two\nB=2\nC_unencrypted=plain\nD=a\\nb\nE=\n", "export A= b = c \n#\n");

    [Fact]
    public void A_damaged_INI_file_is_refused_or_holds_the_values_that_were_encrypted() =>
        Run(SopsFormat.Ini, "[a]\nb = one\n; two\nc = 2\n", "top = 1\n[s]\nx_unencrypted = `a;b`\ny = \"  z \"\n");

    [Fact]
    public void A_damaged_binary_file_is_refused_or_holds_the_values_that_were_encrypted() =>
        Run(SopsFormat.Binary, "any bytes\n", "{\"json\": true}");

    [Fact]
    public void Any_text_at_all_is_read_or_refused() =>
        Gen.String.Sample(text =>
        {
            foreach (var format in (SopsFormat[])[SopsFormat.Yaml, SopsFormat.Json, SopsFormat.Dotenv, SopsFormat.Ini])
            {
                var source = new SourceText("a." + format.Name, text);
                Look(format, source);
                try
                {
                    var file = format.Encrypt(source, household.Rule, household.Context);
                    format.Decrypt(new SourceText(source.Path, file), household.Keys);
                }
                catch (SopsException)
                {
                    // Refused.
                }
            }
        });

    private void Run(SopsFormat format, params string[] plains)
    {
        // The same bytes in every run, so that a seed repeats what it did.
        var random = new Random(5);
        var context = household.Context with { Random = random.NextBytes };
        var files = plains
            .Select(plain => format.Encrypt(new SourceText("plain", plain), household.Rule, context))
            .Select(file => new Target(format, file, household))
            .ToList();

        var report = FuzzRun.Of(
            $"SOPS {format.Name}",
            decisions => files[decisions.Next(files.Count)].Execute(decisions)
        );

        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
    }

    private static void Look(SopsFormat format, SourceText source)
    {
        var check = new SopsCheck(config: null);
        check.Add(new SopsRepositoryFile($"x.sops.{(format.Name == "dotenv" ? "env" : format.Name)}", source));
        Assert.All(check.Findings, static f => Assert.NotEmpty(f.ToString()));
        try
        {
            format.Status(source);
        }
        catch (SopsException)
        {
            // Refused.
        }
    }

    // What the MAC covers: all values in order, without keys, comments and nulls.
    private static string Values(SopsTree tree) => string.Concat(tree.Documents.SelectMany(Values));

    private static IEnumerable<string> Values(SopsNode node) =>
        node switch
        {
            SopsMap map => map.Entries.SelectMany(static e => Values(e.Value)),
            SopsList list => list.Items.SelectMany(Values),
            SopsScalar scalar => [scalar.Text],
            _ => [],
        };

    private sealed class Target
    {
        private readonly SopsFormat format;
        private readonly Household household;
        private readonly byte[] file;
        private readonly byte[] dataKey;
        private readonly string values;

        public Target(SopsFormat format, string file, Household household)
        {
            this.format = format;
            this.household = household;
            this.file = Encoding.UTF8.GetBytes(file);
            using DataKey key = OpenedFile.Read(format, new SourceText("file", file)).OpenKey(household.Keys);
            dataKey = key.Bytes.ToArray();
            values = Values(format.Decrypt(new SourceText("file", file), dataKey).Tree);
        }

        public bool Execute(Random random)
        {
            var source = new SourceText("file", Encoding.UTF8.GetString(Fuzz.Damage(file, random, Pieces)));
            if (random.Next(8) == 0)
            {
                Look(format, source);
            }

            try
            {
                var plain = format.Decrypt(source, dataKey);
                Assert.Equal(values, Values(plain.Tree));
                Reread(plain, random);
                return true;
            }
            catch (SopsException)
            {
                return false;
            }
        }

        // What was accepted can be handed on: its plaintext says the same, and so does its encryption under a new key.
        private void Reread(SopsPlain plain, Random random)
        {
            var text = new SourceText("plain", plain.ToText());
            Assert.Equal(values, Values(format.Read(text).Tree));
            if (random.Next(64) == 0)
            {
                var again = format.Encrypt(text, household.Rule, household.Context);
                Assert.Equal(values, Values(format.Decrypt(new SourceText("again", again), household.Keys).Tree));
            }
        }
    }
}
