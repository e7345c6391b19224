using System.Text.Json.Nodes;

namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>Random objects of the kinds that transformers know, which refer to each other by name.</summary>
internal sealed class ObjectGen(Random random)
{
    /// <summary>Names that objects share, so that references meet them.</summary>
    public static readonly string[] Names = ["web", "db", "app", "cache"];

    /// <summary>The kinds it makes.</summary>
    public static readonly string[] Kinds =
    [
        "Deployment",
        "StatefulSet",
        "CronJob",
        "Service",
        "ConfigMap",
        "Secret",
        "ServiceAccount",
        "Ingress",
        "RoleBinding",
        "ClusterRoleBinding",
        "Role",
        "HorizontalPodAutoscaler",
        "PersistentVolumeClaim",
        "NetworkPolicy",
        "PodDisruptionBudget",
        "Namespace",
        "HelmRelease",
        "CustomResourceDefinition",
        "ValidatingWebhookConfiguration",
    ];

    /// <summary>An object of a kind.</summary>
    public JsonObject Make(string kind, string name, string space)
    {
        var made = kind switch
        {
            "Deployment" => Of("apps/v1", kind, "spec", Workload()),
            "StatefulSet" => Of("apps/v1", kind, "spec", With(Workload(), "serviceName", Name())),
            "CronJob" => Of(
                "batch/v1",
                kind,
                "spec",
                new JsonObject { ["jobTemplate"] = new JsonObject { ["spec"] = Workload() } }
            ),
            "Service" => Of(
                "v1",
                kind,
                "spec",
                new JsonObject { ["selector"] = Labels(), ["ports"] = new JsonArray([.. Many(Port)]) }
            ),
            "ConfigMap" => Of("v1", kind, "data", Texts()),
            "Secret" => With(Of("v1", kind, "stringData", Texts()), "type", "Opaque"),
            "ServiceAccount" => Of("v1", kind, "secrets", new JsonArray(Named())),
            "Ingress" => Of("networking.k8s.io/v1", kind, "spec", Ingress()),
            "RoleBinding" => Binding(kind, random.Next(2) == 0 ? "Role" : "ClusterRole"),
            "ClusterRoleBinding" => Binding(kind, "ClusterRole"),
            "Role" => Of("rbac.authorization.k8s.io/v1", kind, "rules", new JsonArray(Rule())),
            "HorizontalPodAutoscaler" => Of(
                "autoscaling/v2",
                kind,
                "spec",
                new JsonObject { ["scaleTargetRef"] = Reference() }
            ),
            "PersistentVolumeClaim" => Of(
                "v1",
                kind,
                "spec",
                new JsonObject { ["volumeName"] = Name(), ["storageClassName"] = Name() }
            ),
            "NetworkPolicy" => Of("networking.k8s.io/v1", kind, "spec", Policy()),
            "PodDisruptionBudget" => Of("policy/v1", kind, "spec", new JsonObject { ["selector"] = Matching() }),
            "HelmRelease" => Of("helm.toolkit.fluxcd.io/v2", kind, "spec", Release()),
            "CustomResourceDefinition" => Of(
                "apiextensions.k8s.io/v1",
                kind,
                "spec",
                new JsonObject { ["group"] = "x.io" }
            ),
            "ValidatingWebhookConfiguration" => Of("admissionregistration.k8s.io/v1", kind, "webhooks", Webhooks()),
            _ => Of("v1", kind, "spec", new JsonObject()),
        };
        var metadata = new JsonObject { ["name"] = name };
        if (space.Length > 0)
        {
            metadata["namespace"] = space;
        }

        if (random.Next(3) == 0)
        {
            metadata["labels"] = Labels();
        }

        if (random.Next(4) == 0)
        {
            metadata["annotations"] = Texts();
        }

        if (random.Next(15) == 0)
        {
            metadata["annotations"] = new JsonObject { ["config.kubernetes.io/local-config"] = Pick("true", "false") };
        }

        made["metadata"] = metadata;
        return made;
    }

    /// <summary>A small map of labels.</summary>
    public JsonObject Labels() => new() { ["app"] = Name(), [Pick("tier", "x.io/part")] = Pick("front", "back", "1") };

    /// <summary>A small map of texts of every look.</summary>
    public JsonObject Texts()
    {
        var map = new JsonObject();
        for (var i = random.Next(4); i > 0; i--)
        {
            map[Pick("a", "b", "key.yaml", "URL", "n-1")] = Text();
        }

        return map;
    }

    /// <summary>A text that YAML may or may not need to quote.</summary>
    public string Text() =>
        Pick(
            "x",
            "",
            "yes",
            "010",
            "a: b",
            "two\nlines\n",
            "1.5",
            "http://web.default:80/p",
            "v1.2.3",
            "$(HOST)",
            " s",
            "null",
            "é<&>"
        );

    /// <summary>One of the names.</summary>
    public string Name() => Pick(Names);

    public string Image() =>
        Pick(
            "nginx",
            "nginx:1.25",
            "reg.io:5000/app/web:v1",
            "app@sha256:0123456789abcdef",
            "ghcr.io/x/app:v2@sha256:0123"
        );

    private string Pick(params string[] texts) => texts[random.Next(texts.Length)];

    private static JsonObject Of(string version, string kind, string field, JsonNode content) =>
        new()
        {
            ["apiVersion"] = version,
            ["kind"] = kind,
            [field] = content,
        };

    private static JsonObject With(JsonObject map, string field, JsonNode value)
    {
        map[field] = value;
        return map;
    }

    private JsonObject Named() => new() { ["name"] = Name() };

    private JsonObject Matching() => new() { ["matchLabels"] = Labels() };

    private JsonObject Port() => Port("port");

    // Ports are keyed by number and protocol; either may be alone, and one number may have two protocols.
    private JsonObject Port(string number)
    {
        var port = new JsonObject { [number] = 80 + random.Next(2) };
        if (random.Next(2) == 0)
        {
            port["name"] = Pick("http", "web");
        }

        if (random.Next(3) > 0)
        {
            port["protocol"] = Pick("TCP", "UDP");
        }

        return port;
    }

    private JsonObject Reference() =>
        new()
        {
            ["apiVersion"] = "apps/v1",
            ["kind"] = "Deployment",
            ["name"] = Name(),
        };

    private JsonObject Rule() =>
        new() { ["resources"] = new JsonArray("secrets"), ["resourceNames"] = new JsonArray(Name(), Name()) };

    private JsonArray Webhooks() =>
        [
            new JsonObject
            {
                ["name"] = "a.x.io",
                ["clientConfig"] = new JsonObject
                {
                    ["service"] = new JsonObject { ["name"] = Name(), ["namespace"] = Pick("default", "prod") },
                },
            },
        ];

    private JsonObject Release() =>
        new()
        {
            ["valuesFrom"] = new JsonArray(new JsonObject { ["kind"] = "ConfigMap", ["name"] = Name() }),
            ["values"] = new JsonObject
            {
                ["image"] = new JsonObject { ["tag"] = Pick("1.0", "$(X)") },
                ["containers"] = new JsonArray(Container()),
            },
        };

    private JsonObject Policy() =>
        new()
        {
            ["podSelector"] = Matching(),
            ["ingress"] = new JsonArray(
                new JsonObject { ["from"] = new JsonArray(new JsonObject { ["podSelector"] = Matching() }) }
            ),
        };

    private JsonObject Ingress() =>
        new()
        {
            ["ingressClassName"] = "nginx",
            ["rules"] = new JsonArray(
                new JsonObject
                {
                    ["host"] = Pick("web.example.com", "db.example.com"),
                    ["http"] = new JsonObject
                    {
                        ["paths"] = new JsonArray(
                            new JsonObject { ["backend"] = new JsonObject { ["service"] = Named() } }
                        ),
                    },
                }
            ),
            ["tls"] = new JsonArray(new JsonObject { ["secretName"] = Name() }),
        };

    private JsonObject Binding(string kind, string role) =>
        With(
            Of("rbac.authorization.k8s.io/v1", kind, "roleRef", new JsonObject { ["kind"] = role, ["name"] = Name() }),
            "subjects",
            new JsonArray(
                new JsonObject
                {
                    ["kind"] = "ServiceAccount",
                    ["name"] = Pick("default", Name()),
                    ["namespace"] = Pick("default", "prod"),
                }
            )
        );

    private JsonObject Workload()
    {
        var spec = new JsonObject { ["template"] = Template() };
        if (random.Next(2) == 0)
        {
            spec["replicas"] = random.Next(3);
        }

        if (random.Next(2) == 0)
        {
            spec["selector"] = Matching();
        }

        return spec;
    }

    private JsonObject Template()
    {
        var pod = new JsonObject { ["containers"] = new JsonArray([.. Many(Container)]) };
        if (random.Next(3) == 0)
        {
            pod["initContainers"] = new JsonArray(Container());
        }

        if (random.Next(3) == 0)
        {
            pod["serviceAccountName"] = Name();
        }

        if (random.Next(2) == 0)
        {
            pod["volumes"] = new JsonArray(
                new JsonObject { ["name"] = "c", ["configMap"] = Named() },
                new JsonObject
                {
                    ["name"] = "s",
                    ["secret"] = new JsonObject { ["secretName"] = Name() },
                },
                new JsonObject
                {
                    ["name"] = "p",
                    ["persistentVolumeClaim"] = new JsonObject { ["claimName"] = Name() },
                }
            );
        }

        return random.Next(2) == 0
            ? new JsonObject { ["spec"] = pod }
            : new JsonObject
            {
                ["metadata"] = new JsonObject { ["labels"] = Labels() },
                ["spec"] = pod,
            };
    }

    private JsonObject Container()
    {
        var container = new JsonObject { ["name"] = Name(), ["image"] = Image() };
        if (random.Next(2) == 0)
        {
            container["env"] = new JsonArray(
                new JsonObject { ["name"] = "A", ["value"] = Text() },
                new JsonObject
                {
                    ["name"] = "B",
                    ["valueFrom"] = new JsonObject
                    {
                        ["secretKeyRef"] = new JsonObject { ["name"] = Name(), ["key"] = "k" },
                    },
                }
            );
        }

        if (random.Next(3) == 0)
        {
            container["envFrom"] = new JsonArray(new JsonObject { ["configMapRef"] = Named() });
        }

        if (random.Next(3) == 0)
        {
            container["ports"] = new JsonArray([.. Many(() => Port("containerPort"))]);
        }

        if (random.Next(3) == 0)
        {
            container["args"] = new JsonArray("--url", "http://$(HOST):80", Pick("x=y", "$(X)", "$$(Y)", "$(Y)-$(X"));
        }

        return container;
    }

    private IEnumerable<JsonNode> Many(Func<JsonObject> make)
    {
        for (var i = 1 + random.Next(2); i > 0; i--)
        {
            yield return make();
        }
    }
}
