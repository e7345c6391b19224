using System.Globalization;
using System.Text.Json.Nodes;

namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>Random kustomizations: folders over folders, components, every generator and transformer, each with the options it has.</summary>
internal sealed partial class KustomizationGen
{
    private readonly Random random;
    private readonly ObjectGen objects;
    private readonly Dictionary<string, string> files = [];

    // Kind and name of what the folder at hand has so far, as patches and replacements may name them.
    private List<(string Kind, string Name)> known = [];
    private int count;

    private KustomizationGen(int seed)
    {
        random = new Random(seed);
        objects = new ObjectGen(random);
    }

    /// <summary>The files of a tree; its kustomization is at the root.</summary>
    public static Dictionary<string, string> Tree(int seed)
    {
        var generator = new KustomizationGen(seed);
        generator.Folder("", random: generator.random.Next(3));
        return generator.files;
    }

    // Makes a folder and those it builds on; leaves in `known` what it has.
    private void Folder(string folder, int random)
    {
        var kustomization = new JsonObject();
        var resources = new JsonArray();
        var inherited = new List<(string, string)>();
        for (var i = 0; i < random; i++)
        {
            var below = $"{folder}b{count++}/";
            Folder(below, this.random.Next(2) * this.random.Next(3));
            resources.Add(Relative(folder, below));
            inherited.AddRange(known);
        }

        known = inherited;
        resources.Add(ObjectFile(folder));
        kustomization["resources"] = resources;
        if (Chance(4))
        {
            kustomization["components"] = List(() => JsonValue.Create(Component(folder)));
        }

        Decorate(kustomization, folder);
        Write(folder, kustomization);
    }

    private string Component(string folder)
    {
        var below = $"{folder}c{count++}/";
        var component = new JsonObject { ["apiVersion"] = "kustomize.config.k8s.io/v1alpha1", ["kind"] = "Component" };
        if (Chance(2))
        {
            component["resources"] = new JsonArray(ObjectFile(below));
        }

        if (below.Length < 12 && Chance(3))
        {
            component["components"] = new JsonArray(Component(below));
        }

        Decorate(component, below);
        Write(below, component);
        return Relative(folder, below);
    }

    private string ObjectFile(string folder)
    {
        var documents = new List<string>();
        var space = Chance(4) ? Pick("prod", "default") : "";
        for (var i = 1 + random.Next(4); i > 0; i--)
        {
            var (kind, name) = (Pick(ObjectGen.Kinds), Pick(ObjectGen.Names));
            if (!known.Contains((kind, name)))
            {
                known.Add((kind, name));
                documents.Add(objects.Make(kind, name, space).ToJsonString());
            }
        }

        return Put(folder, Form(), string.Join("\n---\n", documents) + "\n");
    }

    // Two or three fields of all that a kustomization may have.
    private void Decorate(JsonObject kustomization, string folder)
    {
        for (var i = 1 + random.Next(3); i > 0; i--)
        {
            var (name, value) = random.Next(28) switch
            {
                0 or 1 => ("configMapGenerator", Generators(folder, "ConfigMap")),
                2 => ("secretGenerator", Generators(folder, "Secret")),
                3 => ("images", List(Image)),
                4 => ("labels", List(LabelEntry)),
                5 => ("commonLabels", objects.Labels()),
                6 => ("commonAnnotations", objects.Texts()),
                7 => ("namePrefix", (JsonNode)Pick("p-", "x")),
                8 => ("nameSuffix", Pick("-s", "-1")),
                9 => ("namespace", Pick("prod", "default", "n1")),
                10 or 11 => ("patches", List(() => Patch(folder))),
                12 => ("patchesStrategicMerge", List(() => JsonValue.Create(Put(folder, Form(), Merge())))),
                13 => ("patchesJson6902", List(JsonPatchEntry)),
                14 or 15 => ("replacements", List(() => Replacement(folder))),
                16 when HasWorkload() || Chance(6) => ("replicas", List(Replicas)),
                17 => ("transformers", List(() => JsonValue.Create(Plugin(folder)))),
                18 or 19 => ("configurations", new JsonArray(Configuration(folder))),
                20 => ("validators", List(() => JsonValue.Create(Validator(folder)))),
                21 or 22 => (
                    "generators",
                    List(() => JsonValue.Create(PluginEntry(folder, ExternalGenerator(folder))))
                ),
                23 => ("crds", new JsonArray(Put(folder, "json", CrdGen.Definitions(random)))),
                24 => ("openapi", OpenApi(folder)),
                25 or 26 => ("vars", List(Var)),
                _ => ("generatorOptions", Options()),
            };
            kustomization.TryAdd(name, value);
        }

        if (folder.Length == 0 && Chance(3))
        {
            kustomization["buildMetadata"] = new JsonArray(
                Pick("managedByLabel", "originAnnotations", "transformerAnnotations")
            );
        }

        if (folder.Length == 0 && Chance(2))
        {
            kustomization["sortOptions"] = SortOptions();
        }
    }

    private void Write(string folder, JsonObject kustomization) =>
        files[folder + Pick("kustomization.yaml", "kustomization.yml", "Kustomization")] =
            kustomization.ToJsonString() + "\n";

    private string Form() => Chance(2) ? BlockYaml.Extension : "yaml";

    // Writes a file beside the kustomization and gives its name.
    private string Put(string folder, string extension, string text)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"f{count++}.{extension}");
        files[folder + name] = text;
        return name;
    }

    private static string Relative(string from, string to) => to[from.Length..].TrimEnd('/');

    private JsonArray List(Func<JsonNode?> make)
    {
        var list = new JsonArray();
        for (var i = 1 + random.Next(2); i > 0; i--)
        {
            list.Add(make());
        }

        return list;
    }

    private (string Kind, string Name) Known() =>
        known.Count == 0 ? ("ConfigMap", "web") : known[random.Next(known.Count)];

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];
}
