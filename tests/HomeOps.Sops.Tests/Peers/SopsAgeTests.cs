using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using HomeOps.Sops.Formats;

namespace HomeOps.Sops.Tests.Peers;

/// <summary>npm's sops-age, an independent implementation, reads what is written here.</summary>
public sealed class SopsAgeTests
{
    private const int Count = 500;

    private const string Script = """
        import { decryptSops } from "sops-age";
        import { readFileSync, writeFileSync } from "node:fs";
        const [, , input, output, secretKey] = process.argv;
        const results = [];
        for (const { text, fileType } of JSON.parse(readFileSync(input, "utf8"))) {
          try {
            results.push(await decryptSops(text, { secretKey, fileType }));
          } catch (e) {
            results.push({ failed: String(e) });
          }
        }
        writeFileSync(output, JSON.stringify(results));
        """;

    public static TheoryData<string> Formats => ["yaml", "json", "dotenv", "binary"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void It_opens_500_random_documents_and_finds_the_same_values(string name)
    {
        var peers = Environment.GetEnvironmentVariable("HOMEOPS_PEERS");
        Assert.SkipWhen(string.IsNullOrEmpty(peers), "compares with npm's sops-age, which .ci/run installs");
        using var household = new Household();
        var wanted = new List<JsonNode?>();
        var files = new JsonArray();
        var (format, trees, fileType) = name switch
        {
            "yaml" => (SopsFormat.Yaml, Structured, "yaml"),
            "json" => (SopsFormat.Json, Structured, "json"),
            "dotenv" => (SopsFormat.Dotenv, YamlGen.Dotenv, "env"),
            _ => (SopsFormat.Binary, YamlGen.Binary, "json"),
        };
        trees.Sample(
            tree =>
            {
                var plain = new SopsPlain(format, tree, FileLayout.Default);
                wanted.Add(JsonNode.Parse(plain.ToText(SopsFormat.Json, StoreIndents.Default)));
                var text = format.Encrypt("a", plain.ToBytes(), household.Rule, household.Context);
                files.Add(new JsonObject { ["text"] = text, ["fileType"] = fileType });
            },
            iter: Count,
            threads: 1
        );

        var opened = Open(peers, files, household.Identity.ToSecretLine() ?? "");

        Assert.Equal(Count, opened.Count);
        for (var i = 0; i < wanted.Count; i++)
        {
            Assert.True(
                JsonNode.DeepEquals(Plain(wanted[i]), Plain(opened[i])),
                $"document {i}: expected {wanted[i]?.ToJsonString()}, opened {opened[i]?.ToJsonString()}"
            );
        }
    }

    // sops-age takes a key of digits for a list position, which is no part of what a value is bound to.
    private static Gen<SopsTree> Structured =>
        YamlGen.Tree.Where(static t => t.Documents.All(static d => HasNamesOnly(d)));

    private static JsonArray Open(string peers, JsonArray files, string secret)
    {
        var folder = Directory.CreateTempSubdirectory("homeops-peer-").FullName;
        var script = Path.Join(peers, $"sops-{Guid.NewGuid():n}.mjs");
        try
        {
            File.WriteAllText(script, Script);
            File.WriteAllText(Path.Join(folder, "in.json"), files.ToJsonString());
            string[] arguments = [script, Path.Join(folder, "in.json"), Path.Join(folder, "out.json"), secret];
            using var node = Process.Start("node", arguments);
            Assert.True(node.WaitForExit(TimeSpan.FromMinutes(2)), "node did not end");
            Assert.Equal(0, node.ExitCode);
            return (JsonArray)JsonNode.Parse(File.ReadAllText(Path.Join(folder, "out.json")))!;
        }
        finally
        {
            File.Delete(script);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool HasNamesOnly(SopsNode node) =>
        node switch
        {
            SopsMap map => map.Entries.All(static e =>
                !double.TryParse(e.Key, CultureInfo.InvariantCulture, out _) && HasNamesOnly(e.Value)
            ),
            SopsList list => list.Items.All(HasNamesOnly),
            _ => true,
        };

    // JavaScript has one kind of number.
    private static JsonNode? Plain(JsonNode? node) =>
        node switch
        {
            JsonObject map => new JsonObject(map.Select(static p => KeyValuePair.Create(p.Key, Plain(p.Value)))),
            JsonArray list => new JsonArray([.. list.Select(Plain)]),
            JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonValue.Create(
                value.GetValue<double>() + 0.0
            ),
            _ => node?.DeepClone(),
        };
}
