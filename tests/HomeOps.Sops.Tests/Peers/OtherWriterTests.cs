using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using CsCheck;
using HomeOps.Age;
using HomeOps.Sops.Formats;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Sops.Tests.Peers;

/// <summary>
/// Files of another writer are read here. sops-age only decrypts, so the writer is a script that follows the format's description on other people's
/// parts: OpenSSL's AES-256-GCM, npm's age-encryption for the data key (classic and post-quantum), npm's yaml for the text.
/// </summary>
public sealed class OtherWriterTests
{
    private const int Count = 500;

    private const string Script = """
        import { Encrypter, armor } from "age-encryption";
        import YAML from "yaml";
        import { createCipheriv, createHash, randomBytes } from "node:crypto";
        import { readFileSync, writeFileSync } from "node:fs";
        const [, , classic, hybrid] = process.argv;

        // Decimal digits without an exponent.
        function fixed(number) {
          const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(
            Object.is(number, -0) ? "-0" : String(number),
          );
          const point = whole.length + Number(exponent);
          const digits = (point < 1 ? "0".repeat(1 - point) : "") + whole + fraction;
          const at = Math.max(point, 1);
          const padded = digits.padEnd(at, "0");
          return sign + padded.slice(0, at) + (padded.length > at ? "." + padded.slice(at) : "");
        }

        function plaintext({ type, value }) {
          if (type === "bool") return value ? "True" : "False";
          if (type === "float") return fixed(value);
          return value;
        }

        function seal(key, text, type, bound) {
          const iv = randomBytes(32);
          const cipher = createCipheriv("aes-256-gcm", key, iv);
          cipher.setAAD(Buffer.from(bound));
          const data = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]).toString("base64");
          return `ENC[AES256_GCM,data:${data},iv:${iv.toString("base64")},tag:${cipher.getAuthTag().toString("base64")},type:${type}]`;
        }

        function tree(node, path, key, hash) {
          if (node.type === "map") return Object.fromEntries(node.entries.map(([name, child]) => [name, tree(child, [...path, name], key, hash)]));
          if (node.type === "list") return node.items.map((child) => tree(child, path, key, hash));
          if (node.type === "null") return null;
          const text = plaintext(node);
          if (text === "") return "";
          hash.update(text);
          return seal(key, text, node.type, path.join(":") + ":");
        }

        const files = [];
        for (const [i, document] of JSON.parse(readFileSync("trees.json", "utf8")).entries()) {
          const key = randomBytes(32);
          const hash = createHash("sha512");
          if (i % 3 === 0) hash.update(createHash("sha256").update("sops").digest());
          const values = tree(document, [], key, hash);
          const recipient = i % 2 === 0 ? classic : hybrid;
          const encrypter = new Encrypter();
          encrypter.addRecipient(recipient);
          const lastmodified = "2026-01-31T12:00:00Z";
          const sops = {
            age: [{ recipient, enc: armor.encode(await encrypter.encrypt(key)) }],
            lastmodified,
            mac: seal(key, hash.digest("hex").toUpperCase(), "str", lastmodified),
            unencrypted_suffix: "_unencrypted",
            ...(i % 3 === 0 ? { mac_only_encrypted: true } : {}),
            version: "3.13.1",
          };
          const file = { ...values, sops };
          // Quoted keys: a plain 0o14 is a text to that library, and a number to go-yaml and so to SOPS.
          files.push(i % 4 < 2 ? YAML.stringify(file, { lineWidth: 0, version: "1.1", defaultKeyType: "QUOTE_DOUBLE" }) : JSON.stringify(file, null, 2));
        }
        writeFileSync("files.json", JSON.stringify(files));
        """;

    [Fact]
    public void Its_500_random_documents_are_opened_here_and_hold_the_same_values()
    {
        Assert.SkipWhen(
            PeerProgram.Folder is null,
            "compares with npm's age-encryption and yaml, which .ci/run installs"
        );
        var folder = Directory.CreateTempSubdirectory("homeops-peer-");
        try
        {
            using var classic = AgeKeygen.Generate(postQuantum: false, RandomNumberGenerator.Fill);
            using var hybrid = AgeKeygen.Generate(postQuantum: true, RandomNumberGenerator.Fill);
            using var keys = new SopsKeyRing([KeySource.FromIdentities("both", [classic, hybrid])]);
            var trees = new List<SopsTree>();
            YamlGen
                .Tree.Where(static t => t.Documents.All(static d => KeepsOrder(d)))
                .Sample(trees.Add, iter: Count, threads: 1);
            var specification = new JsonArray([.. trees.Select(static t => Specify(t.Documents[0]))]);
            File.WriteAllText(Path.Join(folder.FullName, "trees.json"), specification.ToJsonString());

            PeerProgram.Node(folder.FullName, Script, $"{classic.Recipient}", $"{hybrid.Recipient}");

            var files = (JsonArray?)JsonNode.Parse(File.ReadAllText(Path.Join(folder.FullName, "files.json"))) ?? [];
            Assert.Equal(Count, files.Count);
            for (var i = 0; i < files.Count; i++)
            {
                var format = i % 4 < 2 ? SopsFormat.Yaml : SopsFormat.Json;
                var plain = format.Decrypt(new SourceText($"document {i}", $"{files[i]}"), keys);
                Assert.Equal(Json(trees[i]), plain.ToText(SopsFormat.Json, StoreIndents.Default));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Json(SopsTree tree) => SopsFormat.Json.Write(tree, null, FileLayout.Default);

    // JavaScript puts keys that are numbers first.
    private static bool KeepsOrder(SopsNode node) =>
        node switch
        {
            SopsMap map => map.Entries.All(static e =>
                !double.TryParse(e.Key, CultureInfo.InvariantCulture, out _) && KeepsOrder(e.Value)
            ),
            SopsList list => list.Items.All(KeepsOrder),
            _ => true,
        };

    private static JsonObject Specify(SopsNode node) =>
        node switch
        {
            SopsMap map => new JsonObject
            {
                ["type"] = "map",
                ["entries"] = new JsonArray([
                    .. map
                        .Entries.Where(static e => e.Key is not null)
                        .Select(static e => new JsonArray(e.Key, Specify(e.Value))),
                ]),
            },
            SopsList list => new JsonObject
            {
                ["type"] = "list",
                ["items"] = new JsonArray([.. list.Items.Select(Specify)]),
            },
            SopsScalar { Type: SopsType.Null } => new JsonObject { ["type"] = "null" },
            SopsScalar { Type: SopsType.Bool } scalar => Typed("bool", scalar.Text == "True"),
            // JavaScript has no integers of 64 bits: they go over as text, and so they are encrypted.
            SopsScalar { Type: SopsType.Int } scalar => Typed("int", scalar.Text),
            SopsScalar { Type: SopsType.Float } scalar => Typed(
                "float",
                double.Parse(scalar.Text, CultureInfo.InvariantCulture)
            ),
            SopsScalar scalar => Typed("str", scalar.Text),
            _ => throw new InvalidOperationException(node.GetType().Name),
        };

    private static JsonObject Typed(string type, JsonNode value) => new() { ["type"] = type, ["value"] = value };
}
