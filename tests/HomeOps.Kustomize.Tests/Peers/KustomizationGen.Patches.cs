using System.Text.Json.Nodes;

namespace HomeOps.Kustomize.Tests.Peers;

// Patches and replacements.
internal sealed partial class KustomizationGen
{
    private JsonObject Patch(string folder)
    {
        var isOperations = Chance(2);
        var text = isOperations ? Operations() : Merge();
        var entry = Chance(2)
            ? new JsonObject { ["patch"] = text }
            : new JsonObject { ["path"] = Put(folder, Form(), text + "\n") };
        if (isOperations || Chance(3))
        {
            entry["target"] = Target();
        }

        if (Chance(6))
        {
            entry["options"] = new JsonObject { [Pick("allowNameChange", "allowKindChange")] = true };
        }

        return entry;
    }

    private string Merge()
    {
        var (kind, name) = Known();
        var patch = objects.Make(kind, name, "");
        if (Chance(12))
        {
            patch["$patch"] = "delete";
        }

        return patch.ToJsonString();
    }

    private string Operations()
    {
        var operations = new JsonArray();
        for (var i = 1 + random.Next(2); i > 0; i--)
        {
            operations.Add(
                random.Next(14) switch
                {
                    < 3 => Operation("add", "/metadata/annotations", new JsonObject { ["patched"] = "yes" }),
                    < 5 => Operation("add", "/metadata/labels", objects.Labels()),
                    < 7 => Operation("replace", "/metadata/name", "renamed"),
                    < 10 => Operation("add", "/spec", new JsonObject { ["x"] = 1.50, ["y"] = objects.Text() }),
                    10 => Operation("add", "/metadata/annotations/a", objects.Text()),
                    11 when Chance(2) => Operation("test", "/kind", Known().Kind),
                    _ => Operation("add", "/x~1y", new JsonArray(1, "2", null)),
                }
            );
        }

        return operations.ToJsonString();
    }

    private static JsonObject Operation(string op, string path, JsonNode value) =>
        new()
        {
            ["op"] = op,
            ["path"] = path,
            ["value"] = value,
        };

    private JsonObject JsonPatchEntry()
    {
        var (kind, name) = Known();
        return new JsonObject
        {
            ["patch"] = Operations(),
            ["target"] = new JsonObject
            {
                ["version"] = VersionOf(kind),
                ["group"] = GroupOf(kind),
                ["kind"] = kind,
                ["name"] = name,
            },
        };
    }

    private JsonObject Target()
    {
        var (kind, name) = Known();
        var target = new JsonObject();
        if (Chance(2))
        {
            target["kind"] = Pick(kind, kind[..3] + ".*", "Deployment|" + kind);
        }

        if (Chance(2))
        {
            target["name"] = Pick(name, ".*", "[a-d].+", name[..1]);
        }

        if (Chance(5))
        {
            target["labelSelector"] = Pick("app=web", "app in (web, db)", "tier!=front", "!tier", "app");
        }

        if (Chance(8))
        {
            target["annotationSelector"] = Pick("a=x", "b");
        }

        if (Chance(8))
        {
            target["namespace"] = Pick("default", "prod");
        }

        if (Chance(8))
        {
            target["version"] = "v1";
        }

        if (target.Count == 0)
        {
            target["kind"] = kind;
        }

        return target;
    }

    private static readonly string[] ContainerPaths =
    [
        "spec.template.spec.containers.[name=web].image",
        "spec.template.spec.containers.*.image",
    ];

    private JsonObject Replacement(string folder)
    {
        var (kind, name) = Known();
        var source = new JsonObject { ["kind"] = kind, ["name"] = name };
        if (Chance(2))
        {
            source["fieldPath"] = Chance(6)
                ? Pick("metadata.labels", "metadata.labels.app")
                : Pick("metadata.name", "kind", "apiVersion");
        }

        if (Chance(4))
        {
            source["options"] = new JsonObject { ["delimiter"] = Pick("-", "e"), ["index"] = Chance(4) ? 1 : 0 };
        }

        var selected = Known().Kind;
        var target = new JsonObject { ["select"] = new JsonObject { ["kind"] = selected } };
        if (Chance(3))
        {
            target["reject"] = new JsonArray(new JsonObject { ["name"] = Pick(ObjectGen.Names) });
        }

        var hasContainers = selected is "Deployment" or "StatefulSet" || Chance(8);
        target["fieldPaths"] = new JsonArray(
            Pick([
                "metadata.annotations.r",
                "metadata.labels.[x.io/part]",
                "spec.new.deep",
                "metadata.name",
                "data.[key.yaml]",
                "spec.list.0.a",
                .. hasContainers ? ContainerPaths : [],
            ])
        );
        var options = new JsonObject();
        if (!Chance(16))
        {
            options["create"] = true;
        }

        if (Chance(4))
        {
            options["delimiter"] = Pick(":", "/", "-");
            options["index"] = random.Next(-1, 3);
        }

        target["options"] = options;
        var replacement = new JsonObject { ["source"] = source, ["targets"] = new JsonArray(target) };
        return folder.Length > 0 && Chance(3)
            ? new JsonObject { ["path"] = Put(folder, "yaml", replacement.ToJsonString() + "\n") }
            : replacement;
    }

    private static string VersionOf(string kind) => kind is "HorizontalPodAutoscaler" or "HelmRelease" ? "v2" : "v1";

    private static string GroupOf(string kind) =>
        kind switch
        {
            "Deployment" or "StatefulSet" => "apps",
            "CronJob" => "batch",
            "Ingress" or "NetworkPolicy" => "networking.k8s.io",
            "Role" or "RoleBinding" or "ClusterRoleBinding" => "rbac.authorization.k8s.io",
            "HorizontalPodAutoscaler" => "autoscaling",
            "PodDisruptionBudget" => "policy",
            "HelmRelease" => "helm.toolkit.fluxcd.io",
            "CustomResourceDefinition" => "apiextensions.k8s.io",
            "ValidatingWebhookConfiguration" => "admissionregistration.k8s.io",
            _ => "",
        };
}
