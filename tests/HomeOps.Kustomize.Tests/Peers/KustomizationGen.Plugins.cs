using System.Text.Json.Nodes;

namespace HomeOps.Kustomize.Tests.Peers;

// Plugins in files and in the kustomization, vars, schemas, the order.
internal sealed partial class KustomizationGen
{
    // The file of a plugin, or the plugin itself.
    private string PluginEntry(string folder, JsonObject plugin) =>
        Chance(3) ? plugin.ToJsonString() : Put(folder, "yaml", plugin.ToJsonString() + "\n");

    private JsonObject ExternalGenerator(string folder)
    {
        var kind = Pick("ConfigMap", "Secret");
        var name = NewOrKnown(kind, Pick(ObjectGen.Names));
        var exists = known.Contains((kind, name));
        if (!exists)
        {
            known.Add((kind, name));
        }

        var plugin = Generator(folder, kind, name, exists);
        plugin["apiVersion"] = "builtin";
        plugin["kind"] = kind + "Generator";
        // Two that are named alike would be one object with two configurations.
        var isNamedByPlugin = !exists && Chance(2);
        if (isNamedByPlugin)
        {
            plugin.Remove("name");
        }

        plugin["metadata"] = new JsonObject { ["name"] = isNamedByPlugin ? name : $"g{count++}" };

        if (Chance(6))
        {
            plugin["metadata"]!["namespace"] = "prod";
        }

        return plugin;
    }

    // What there is already may be in another namespace, so that it cannot be merged with.
    private string NewOrKnown(string kind, string name) =>
        known.Contains((kind, name)) && !Chance(3) ? $"{name}{count++}" : name;

    // One that finds nothing to do, or one that changes what it meets, which is a mistake.
    private string Validator(string folder) =>
        PluginEntry(
            folder,
            random.Next(9) switch
            {
                0 => Builtin(
                    "LabelTransformer",
                    ("labels", objects.Labels()),
                    ("fieldSpecs", Specs("metadata/labels"))
                ),
                1 => Builtin(
                    "LabelTransformer",
                    ("labels", new JsonObject { ["checked"] = "yes" }),
                    ("fieldSpecs", new JsonArray(new JsonObject { ["path"] = "spec/nowhere" }))
                ),
                _ => Builtin(
                    "PatchTransformer",
                    ("patch", Operations()),
                    ("target", new JsonObject { ["kind"] = "Nothing" })
                ),
            }
        );

    private JsonObject Var()
    {
        var (kind, name) = Known();
        var variable = new JsonObject
        {
            ["name"] = Chance(12) ? "X" : VarName(),
            ["objref"] = new JsonObject
            {
                ["kind"] = kind,
                ["name"] = name,
                ["apiVersion"] = GroupOf(kind).Length == 0 ? VersionOf(kind) : $"{GroupOf(kind)}/{VersionOf(kind)}",
            },
        };
        if (Chance(10))
        {
            variable["objref"]!["namespace"] = Pick("prod", "default");
        }

        if (Chance(2))
        {
            variable["fieldref"] = new JsonObject
            {
                ["fieldpath"] = Pick(
                    "metadata.name",
                    "metadata.name",
                    "kind",
                    "kind",
                    "apiVersion",
                    Pick("metadata.labels.app", "spec.ports[0].port", "spec.replicas", "data.a")
                ),
            };
        }

        return variable;
    }

    private string VarName()
    {
        var free = VarNames.Where(n => !vars.Contains(n)).ToArray();
        var name = free.Length > 0 ? Pick(free) : $"V{count++}";
        vars.Add(name);
        return name;
    }

    private static readonly string[] VarNames = ["HOST", "X", "Y"];
    private readonly HashSet<string> vars = [];

    private JsonObject OpenApi(string folder) =>
        Chance(6)
            ? new JsonObject { ["version"] = "v1.21.2" }
            : new JsonObject { ["path"] = Put(folder, "json", CrdGen.Schema(random)) };

    private JsonObject SortOptions()
    {
        var options = new JsonObject { ["order"] = Pick("fifo", "legacy") };
        if (options["order"]!.GetValue<string>() == "legacy" && Chance(3))
        {
            var legacy = new JsonObject();
            if (Chance(2))
            {
                legacy["orderFirst"] = new JsonArray("Namespace", "ConfigMap");
            }

            if (Chance(2))
            {
                legacy["orderLast"] = new JsonArray("Deployment", "Service");
            }

            options["legacySortOptions"] = legacy;
        }

        return options;
    }
}
