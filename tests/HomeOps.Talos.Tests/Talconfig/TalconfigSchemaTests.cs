using System.Text.Json.Nodes;
using HomeOps.Talos.Model;
using HomeOps.Talos.Talconfig;

namespace HomeOps.Talos.Tests.Talconfig;

/// <summary>The schema says what the reader knows, no key more or less (talos.md 1.2).</summary>
public sealed class TalconfigSchemaTests
{
    private static readonly JsonObject Schema =
        JsonNode.Parse(TalconfigSchema.Text())?.AsObject() ?? throw new InvalidOperationException();

    [Fact]
    public void Every_key_the_reader_knows_is_in_the_schema_and_the_reverse()
    {
        var known = new SortedSet<string>(StringComparer.Ordinal);
        Known(TalconfigType.Type, "", known);
        var described = new SortedSet<string>(StringComparer.Ordinal);
        Described(Schema, "", described);

        Assert.True(known.Count > 300, $"only {known.Count} keys");
        Assert.Equal(known, described);
    }

    // The table of talos.md 1.2, group keys by one of the groups.
    [Theory]
    [InlineData(
        "",
        "clusterName talosVersion kubernetesVersion endpoint domain allowSchedulingOnMasters allowSchedulingOnControlPlanes additionalMachineCertSans additionalApiServerCertSans inlineManifests clusterPodNets clusterSvcNets cniConfig patches nodes imageFactory controlPlane worker"
    )]
    [InlineData(
        ".nodes",
        "hostname ipAddress controlPlane installDisk installDiskSelector ignoreHostname overridePatches overrideExtraManifests overrideMachineCertSANs"
    )]
    [InlineData(
        ".worker",
        "nodeLabels nodeAnnotations nodeTaints machineDisks machineFiles disableSearchDomain kernelModules nameservers networkInterfaces extraManifests certSANs patches talosImageURL noSchematicValidate schematic imageSchematic machineSpec ingressFirewall extensionServices volumes userVolumes filenameTmpl"
    )]
    public void The_keys_of_talhelper_are_there(string owner, string keys)
    {
        var described = new SortedSet<string>(StringComparer.Ordinal);
        Described(Schema, "", described);

        Assert.All(keys.Split(' '), key => Assert.Contains($"{owner}.{key}", described));
    }

    [Fact]
    public void Every_key_is_described()
    {
        var silent = new List<string>();
        foreach (var (name, part) in (Schema["definitions"]?.AsObject() ?? []).Append(new("root", Schema)))
        {
            silent.AddRange(
                (part?["properties"] as JsonObject ?? [])
                    .Where(static p => p.Value?["description"] is null)
                    .Select(p => $"{name}.{p.Key}")
            );
        }

        Assert.Empty(silent);
    }

    [Theory]
    [InlineData("clusterName: home\n", "HO0850")]
    [InlineData("kubernetesVersion: v1.36.4\n", "HO0850")]
    [InlineData("endpoint: https://10.0.0.50:6443\n", "HO0850")]
    [InlineData("hostname: control0\n    ", "HO0863")]
    [InlineData("    ipAddress: 10.0.0.10\n", "HO0865")]
    public void A_key_that_is_needed_is_missed_by_the_rules_too(string line, string code)
    {
        var talconfig = Workbench.Talconfig().ReplaceLineEndings("\n");
        Assert.Contains(line, talconfig, StringComparison.Ordinal);

        var result = Workbench.Run(talconfig.Replace(line, "", StringComparison.Ordinal));

        Assert.Contains(result.Diagnostics, f => f.Code == code);
    }

    private static void Known(ConfigType type, string path, SortedSet<string> keys)
    {
        switch (type)
        {
            case StructType part:
                foreach (var field in part.Fields)
                {
                    keys.Add($"{path}.{field.Name}");
                    Known(field.Type, $"{path}.{field.Name}", keys);
                }

                break;
            case ListType list:
                Known(list.Element, path, keys);
                break;
        }
    }

    private static void Described(JsonNode? schema, string path, SortedSet<string> keys)
    {
        if (schema?["$ref"]?.GetValue<string>() is { } reference)
        {
            Described(Schema["definitions"]?[reference["#/definitions/".Length..]], path, keys);
        }

        foreach (var part in schema?["allOf"] as JsonArray ?? [])
        {
            Described(part, path, keys);
        }

        if (schema?["items"] is { } items)
        {
            Described(items, path, keys);
        }

        foreach (var (name, part) in schema?["properties"] as JsonObject ?? [])
        {
            keys.Add($"{path}.{name}");
            Described(part, $"{path}.{name}", keys);
        }
    }
}
