using System.Text.Json.Nodes;
using HomeOps.Talos;
using HomeOps.Testing;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster.Tests.Schemas;

/// <summary>What the schema of talconfig.yaml takes and refuses (talos.md 1.2), by a checker of our own and by Debian's python3-jsonschema.</summary>
public sealed class TalconfigSchemaTests
{
    private const string Least = """
        clusterName: home
        kubernetesVersion: v1.36.4
        endpoint: https://10.0.0.50:6443
        nodes: [{hostname: a, ipAddress: 10.0.0.1, installDisk: /dev/sda}]

        """;

    private static readonly JsonSchemaCheck Schema = new(JsonNode.Parse(TalconfigSchema.Text())!.AsObject());

    [Fact]
    public void The_talconfig_that_configure_makes_of_the_example_fits()
    {
        using var scratch = new Scratch();
        scratch.Home();

        Assert.Empty(Schema.Problems(Json(scratch.Read("home/talos/talconfig.yaml"))));
    }

    [Theory]
    [InlineData("domain: cluster.local")]
    [InlineData("patchOrder: group-first")]
    [InlineData("allowSchedulingOnControlPlanes: ${SCHEDULE}")]
    [InlineData("worker: {networkInterfaces: [{interface: eth0, mtu: $MTU, bond: {mode: 802.3ad, interfaces: [a]}}]}")]
    [InlineData("worker: {machineFiles: [{content: a, path: /b, op: create, permissions: 0o644}]}")]
    [InlineData(
        "worker: {ingressFirewall: {defaultAction: block, rules: [{name: a, portSelector: {ports: [443, 80-90], protocol: tcp}}]}}"
    )]
    [InlineData("worker: {nodeLabels: {a: b}, schematic: {overlay: {options: {a: {b: 1}}}}}")]
    [InlineData(
        "controlPlane: {userVolumes: [{name: a, provisioning: {diskSelector: {match: 'true'}, minSize: 1GiB}}]}"
    )]
    public void What_is_right_fits(string line) => Assert.Empty(Schema.Problems(Json(Least + line)));

    public static TheoryData<string, string> Broken =>
        new()
        {
            {
                Least.Replace("clusterName", "clusterNam", StringComparison.Ordinal),
                ".clusterNam: additionalProperties"
            },
            { Least.Replace("clusterName: home\n", "", StringComparison.Ordinal), ".clusterName: required" },
            { Least.Replace("ipAddress: 10.0.0.1, ", "", StringComparison.Ordinal), ".nodes[0].ipAddress: required" },
            { Least.Replace("nodes: [", "nodes: [5, ", StringComparison.Ordinal), ".nodes[0]: type" },
            { Least + "domain: [a]", ".domain: type" },
            { Least + "patches: ./all.yaml", ".patches: type" },
            { Least + "patchOrder: group-last", ".patchOrder: anyOf" },
            { Least + "cniConfig: {name: cilium}", ".cniConfig.name: anyOf" },
            { Least + "worker: {nodes: []}", ".worker.nodes: additionalProperties" },
            { Least + "worker: {nodeLabels: {a: {b: c}}}", ".worker.nodeLabels.a: type" },
            { Least + "worker: {machineSpec: {arch: mips}}", ".worker.machineSpec.arch: anyOf" },
            { Least + "worker: {machineSpec: {secureboot: maybe}}", ".worker.machineSpec.secureboot: anyOf" },
            {
                Least + "worker: {networkInterfaces: [{bond: {interfaces: [a]}}]}",
                ".worker.networkInterfaces[0].bond.mode: required"
            },
            {
                Least + "worker: {networkInterfaces: [{vlans: [{vlanId: 70000}]}]}",
                ".worker.networkInterfaces[0].vlans[0].vlanId: anyOf"
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_wrong_does_not(string talconfig, string problem) =>
        Assert.Contains(problem, Schema.Problems(Json(talconfig)));

    [Fact]
    public void Debian_s_jsonschema_agrees()
    {
        Assert.SkipWhen(PeerProgram.Folder is null, "compares with python3-jsonschema, which .ci/run installs");
        using var scratch = new Scratch();
        scratch.Home();
        scratch.Write("schema.json", TalconfigSchema.Text());
        var broken = Broken.ToList();
        for (var i = 0; i < broken.Count; i++)
        {
            scratch.Write(
                $"broken/{i}.yaml",
                ((string)((ITheoryDataRow)broken[i]).GetData()[0]!).ReplaceLineEndings("\n")
            );
        }

        PeerProgram.Shell(
            scratch["."],
            """
            /usr/bin/python3 - <<'END'
            import glob, json, jsonschema, yaml
            schema = json.load(open("schema.json"))
            jsonschema.Draft7Validator.check_schema(schema)
            check = jsonschema.Draft7Validator(schema)
            read = lambda path: yaml.safe_load(open(path))
            assert check.is_valid(read("home/talos/talconfig.yaml")), list(check.iter_errors(read("home/talos/talconfig.yaml")))
            broken = glob.glob("broken/*.yaml")
            assert len(broken) >= 14 and not [path for path in broken if check.is_valid(read(path))]
            END
            """
        );
    }

    private static JsonNode? Json(string yaml) =>
        Json(YamlReader.Read(new SourceText("talconfig.yaml", yaml.ReplaceLineEndings("\n"))).Documents[0].Root);

    private static JsonNode? Json(YamlNode? node) =>
        node?.Resolved switch
        {
            YamlMapping map => new JsonObject(
                map.Entries.Select(e => KeyValuePair.Create(e.Name ?? "", Json(e.Value)))
            ),
            YamlSequence list => new JsonArray([.. list.Items.Select(Json)]),
            YamlScalar scalar => YamlResolver.GoV3.Resolve(scalar).Object switch
            {
                bool truth => JsonValue.Create(truth),
                long number => JsonValue.Create(number),
                double number => JsonValue.Create(number),
                null => null,
                _ => JsonValue.Create(scalar.Value),
            },
            _ => null,
        };
}
