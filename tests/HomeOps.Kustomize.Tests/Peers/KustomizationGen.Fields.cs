using System.Text.Json.Nodes;

namespace HomeOps.Kustomize.Tests.Peers;

// The fields of a kustomization but for patches and replacements.
internal sealed partial class KustomizationGen
{
    private JsonArray Generators(string folder, string kind)
    {
        var list = new JsonArray();
        foreach (var picked in ObjectGen.Names.Where(_ => Chance(3)).DefaultIfEmpty("conf"))
        {
            var name = NewOrKnown(kind, picked);
            var exists = known.Contains((kind, name));
            if (!exists)
            {
                known.Add((kind, name));
            }

            list.Add(Generator(folder, kind, name, exists));
        }

        return list;
    }

    private JsonObject Generator(string folder, string kind, string name, bool exists)
    {
        var generator = new JsonObject
        {
            ["name"] = name,
            ["literals"] = new JsonArray($"k{random.Next(3)}={objects.Text()}", "q='quoted'"),
        };
        if (exists)
        {
            generator["behavior"] = Pick("merge", "replace");
        }
        else if (Chance(4))
        {
            generator["behavior"] = "create";
        }

        if (Chance(3))
        {
            var file = Put(folder, "txt", Pick("plain\n", "tab\there\n", "no newline", "bin\u0001ary", "a\r\nb\r\n"));
            generator["files"] = new JsonArray(Pick(file, "renamed=" + file));
        }

        if (Chance(3))
        {
            generator["envs"] = new JsonArray(
                Put(folder, "env", Pick("A=1\nB=two words\n", "# comment\n\nC=x=y\n", "D=\"q\"\n", "  E=5 \n"))
            );
        }

        if (Chance(3))
        {
            generator["options"] = Options();
        }

        if (kind == "Secret" && Chance(2))
        {
            generator["type"] = Pick("Opaque", "kubernetes.io/tls");
        }

        return generator;
    }

    private JsonObject Options()
    {
        var options = new JsonObject();
        if (Chance(2))
        {
            options["disableNameSuffixHash"] = Chance(2);
        }

        if (Chance(2))
        {
            options["labels"] = objects.Labels();
        }

        if (Chance(2))
        {
            options["annotations"] = objects.Texts();
        }

        if (Chance(4))
        {
            options["immutable"] = true;
        }

        return options;
    }

    private JsonObject Image()
    {
        var image = new JsonObject
        {
            ["name"] = Pick("nginx", "reg.io:5000/app/web", "app", "ghcr.io/x/app", "[a-n].*"),
        };
        if (Chance(2))
        {
            image["newName"] = Pick("mirror.io/nginx", "other");
        }

        switch (random.Next(4))
        {
            case 0:
                image["digest"] = "sha256:ffff";
                break;
            case 1:
                image["tagSuffix"] = "-alpine";
                break;
            case 2:
                image["newTag"] = Pick("v9", "1.0");
                break;
        }

        return image;
    }

    private JsonObject LabelEntry()
    {
        var entry = new JsonObject { ["pairs"] = objects.Labels() };
        if (Chance(2))
        {
            entry[Pick("includeSelectors", "includeTemplates")] = Chance(2);
        }

        if (Chance(4))
        {
            entry["fields"] = new JsonArray(
                new JsonObject
                {
                    ["path"] = Pick("spec/extra", "metadata/annotations"),
                    ["create"] = Chance(2),
                    ["kind"] = Known().Kind,
                }
            );
        }

        return entry;
    }

    private bool HasWorkload() => known.Exists(static k => k.Kind is "Deployment" or "StatefulSet");

    private JsonObject Replicas()
    {
        var scaled = known
            .Where(static k => k.Kind is "Deployment" or "StatefulSet")
            .Select(static k => k.Name)
            .ToArray();
        return new JsonObject { ["name"] = scaled.Length > 0 ? Pick(scaled) : "web", ["count"] = random.Next(9) };
    }

    private string Configuration(string folder) =>
        Put(
            folder,
            "yaml",
            Pick(
                """{"nameReference":[{"kind":"ConfigMap","version":"v1","fieldSpecs":[{"kind":"HelmRelease","path":"spec/valuesFrom/name"}]}]}""",
                """{"images":[{"kind":"HelmRelease","path":"spec/values/image"}]}""",
                """{"commonLabels":[{"path":"spec/values/labels","create":true,"kind":"HelmRelease"}]}""",
                """{"namePrefix":[{"path":"metadata/annotations/a","kind":"Deployment"}]}""",
                """{"replicas":[{"path":"spec/values/replicas","kind":"HelmRelease","create":true}]}""",
                """{"varReference":[{"path":"spec/values/image/tag","kind":"HelmRelease"},{"path":"data","kind":"ConfigMap"},{"path":"stringData/a","kind":"Secret"}]}""",
                """{"nameReference":[{"kind":"Deployment","fieldSpecs":[{"kind":"ConfigMap","path":"data/b"},{"path":"metadata/annotations/a"}]}],"namespace":[{"path":"spec/values/ns","kind":"HelmRelease","create":true}]}""",
                """{"commonAnnotations":[{"path":"spec/values/notes","create":true,"kind":"HelmRelease"}],"labels":[{"path":"spec/jobTemplate/metadata/labels","create":true,"kind":"CronJob"}]}""",
                """{"templateLabels":[{"path":"spec/values/labels","create":true,"kind":"HelmRelease"}],"nameSuffix":[{"path":"spec/values/name","create":true,"kind":"HelmRelease"}]}"""
            )
        );

    private string Plugin(string folder)
    {
        var plugin = random.Next(9) switch
        {
            0 => Builtin("PrefixTransformer", ("prefix", "t-"), ("fieldSpecs", Specs("metadata/name"))),
            1 => Builtin("SuffixTransformer", ("suffix", "-t"), ("fieldSpecs", Specs("metadata/name"))),
            2 => Builtin("LabelTransformer", ("labels", objects.Labels()), ("fieldSpecs", Specs("metadata/labels"))),
            3 => Builtin(
                "AnnotationsTransformer",
                ("annotations", objects.Texts()),
                ("fieldSpecs", Specs("metadata/annotations"))
            ),
            4 => Namespaced(
                Builtin("NamespaceTransformer", ("unsetOnly", Chance(2)), ("fieldSpecs", Specs("metadata/namespace")))
            ),
            5 => Builtin("ImageTagTransformer", ("imageTag", Image())),
            6 => Builtin("PatchTransformer", ("patch", Operations()), ("target", Target())),
            7 => Builtin("ReplacementTransformer", ("replacements", new JsonArray(Replacement(folder)))),
            _ => Builtin("PatchTransformer", ("patch", Merge())),
        };
        return PluginEntry(folder, plugin);
    }

    private static JsonObject Namespaced(JsonObject plugin)
    {
        plugin["metadata"]!["namespace"] = "tns";
        return plugin;
    }

    private static JsonArray Specs(string path) => [new JsonObject { ["path"] = path, ["create"] = true }];

    private JsonObject Builtin(string kind, params (string Name, JsonNode? Value)[] fields)
    {
        var plugin = new JsonObject
        {
            ["apiVersion"] = "builtin",
            ["kind"] = kind,
            ["metadata"] = new JsonObject { ["name"] = Chance(12) ? "t" : $"t{count++}" },
        };
        foreach (var (name, value) in fields)
        {
            plugin[name] = value;
        }

        return plugin;
    }
}
