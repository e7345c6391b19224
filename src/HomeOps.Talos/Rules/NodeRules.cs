using HomeOps.Talos.Model;
using HomeOps.Talos.Talconfig;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Rules for one node of talconfig.yaml, groups merged in.</summary>
internal static class NodeRules
{
    public static void Check(
        ConfigStruct node,
        int? minor,
        HashSet<string> hostnames,
        HashSet<string> addresses,
        DiagnosticBag diagnostics
    )
    {
        CheckIdentity(node, hostnames, addresses, diagnostics);
        CheckInstallation(node, diagnostics);
        LabelRules.Check(node, diagnostics);
        CheckFiles(node, diagnostics);
        foreach (var server in Scalars(node, "nameservers").Where(static s => NetworkText.Address(s.Text) is null))
        {
            diagnostics.Add(TalosDiagnostics.BadNameserver(server.Text, server.Origin));
        }

        CheckMachine(node.Struct("machineSpec"), diagnostics);
        foreach (var rule in node.Struct("ingressFirewall")?.List("rules").OfType<ConfigStruct>() ?? [])
        {
            if (rule.Text("name").Length == 0 || rule.Struct("portSelector")?.List("ports").Count is null or 0)
            {
                diagnostics.Add(TalosDiagnostics.FirewallRule(rule.Text("name"), rule.Origin));
            }
        }

        foreach (var key in new[] { "schematic", "imageSchematic" })
        {
            SchematicRules.Check(node.Struct(key), minor, node.Bool("noSchematicValidate") != true, diagnostics);
        }

        DiskRules.CheckPartitions(node, "machineDisks", diagnostics);
        foreach (var (key, instead) in Deprecated)
        {
            if (node.List(key).Count > 0)
            {
                diagnostics.Add(TalosDiagnostics.Deprecated(key, instead, node[key]?.Origin));
            }
        }
    }

    private static readonly (string Key, string Instead)[] Deprecated =
    [
        ("machineDisks", "'userVolumes'"),
        ("extraManifests", "'patches', which may hold whole documents"),
    ];

    private static void CheckIdentity(
        ConfigStruct node,
        HashSet<string> hostnames,
        HashSet<string> addresses,
        DiagnosticBag diagnostics
    )
    {
        var hostname = node.Text("hostname");
        var at = node["hostname"]?.Origin ?? node.Origin;
        if (!Names.IsHostname(hostname))
        {
            diagnostics.Add(TalosDiagnostics.BadHostname(hostname, at));
        }
        else if (!hostnames.Add(hostname))
        {
            diagnostics.Add(TalosDiagnostics.DuplicateHostname(hostname, at));
        }

        var given = node.Text("ipAddress");
        var place = node["ipAddress"]?.Origin ?? node.Origin;
        foreach (var address in given.Split(',').Select(static a => a.Trim()))
        {
            if (NetworkText.Address(address) is null && !(Names.IsHostname(address) && address.Any(char.IsAsciiLetter)))
            {
                diagnostics.Add(TalosDiagnostics.BadNodeAddress(address, place));
            }
            else if (!addresses.Add(address))
            {
                diagnostics.Add(TalosDiagnostics.DuplicateNodeAddress(address, place));
            }
        }
    }

    private static void CheckInstallation(ConfigStruct node, DiagnosticBag diagnostics)
    {
        var hasDisk = node.Text("installDisk").Length > 0;
        var selector = node.Struct("installDiskSelector");
        if (hasDisk == (selector is not null && !selector.Type.IsEmpty(selector)))
        {
            diagnostics.Add(TalosDiagnostics.InstallDisk(node.Text("hostname"), hasDisk, node.Origin));
        }

        var image = node.Text("talosImageURL");
        var name = image[(image.LastIndexOf('/') + 1)..];
        if (name.Contains(':', StringComparison.Ordinal) || name.Contains('@', StringComparison.Ordinal))
        {
            diagnostics.Add(TalosDiagnostics.ImageWithTag(image, node["talosImageURL"]?.Origin));
        }
    }

    private static void CheckFiles(ConfigStruct node, DiagnosticBag diagnostics)
    {
        foreach (var file in node.List("machineFiles").OfType<ConfigStruct>())
        {
            if (!NodeGroupType.FileOperations.Contains(file.Text("op")))
            {
                diagnostics.Add(TalosDiagnostics.FileOperation(file.Text("op"), file["op"]?.Origin ?? file.Origin));
            }

            if (!file.Text("path").StartsWith('/'))
            {
                diagnostics.Add(TalosDiagnostics.FilePath(file.Text("path"), file["path"]?.Origin ?? file.Origin));
            }
        }
    }

    private static void CheckMachine(ConfigStruct? spec, DiagnosticBag diagnostics)
    {
        if (spec is null)
        {
            return;
        }

        foreach (var field in spec.Type.Fields.Where(static f => f.Words.Count > 0))
        {
            var word = spec.Text(field.Name);
            Check(field.Name, word.Length == 0 || field.Words.Contains(word), Words.Choice(field.Words));
        }

        Check(
            "mode",
            spec.Text("mode") is var mode && mode.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-'),
            "the name of a platform, such as metal"
        );
        CheckSuffix(spec, diagnostics);

        void Check(string key, bool isRight, string choices)
        {
            if (!isRight)
            {
                diagnostics.Add(TalosDiagnostics.MachineSpec(key, spec.Text(key), choices, spec[key]?.Origin));
            }
        }
    }

    // The files that a factory has for each way to boot (talhelper, validator.go).
    private static void CheckSuffix(ConfigStruct spec, DiagnosticBag diagnostics)
    {
        var suffix = spec.Text("imageSuffix");
        var (method, known) = spec.Text("bootMethod") switch
        {
            "disk-image" => (
                "disk-image",
                (string[])["raw.zst", "raw.xz", "raw.tar.gz", "vhd.xz", "raw.gz", "ova", "qcow2"]
            ),
            "pxe" => ("pxe", []),
            _ => ("iso", ["iso"]),
        };
        if (suffix.Length > 0 && !known.Contains(suffix))
        {
            var choices = known.Length == 0 ? "remove it" : $"use {Words.Choice(known)}";
            diagnostics.Add(TalosDiagnostics.ImageSuffix(suffix, method, choices, spec["imageSuffix"]?.Origin));
        }
    }

    private static IEnumerable<ConfigScalar> Scalars(ConfigStruct value, string key) =>
        value.List(key).OfType<ConfigScalar>();
}
