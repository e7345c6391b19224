using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>Reads nodes.yaml: a list of nodes, which keys each has and what they may hold.</summary>
internal static class NodesFile
{
    /// <summary>The file's name.</summary>
    public const string Name = "nodes.yaml";

    private const string Key = "nodes";

    public static NodesInput? Read(MappingReader file, SourceText source, bool hasOwnTemplates, DiagnosticBag findings)
    {
        if (file.TakeRequired(Key, "nodes:") is not { } value)
        {
            return null;
        }

        var place = file.PlaceOf(value);
        if (value.Resolved is YamlScalar { Value.Length: 0 } or YamlSequence { Items.Count: 0 })
        {
            findings.Add(NodeDiagnostics.NoNodes(place));
            return null;
        }

        if (value.Resolved is not YamlSequence list)
        {
            findings.Add(
                FieldDiagnostics.NotList(
                    Key,
                    MappingReader.Described(value),
                    place,
                    "put each node behind a dash: `- name: control0`"
                )
            );
            return null;
        }

        var nodes = new List<NodeInput>(list.Items.Count);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var path = $"{Key}[{i}]";
            if (list.Items[i].Resolved is YamlMapping mapping)
            {
                nodes.Add(ReadNode(mapping, source, path, hasOwnTemplates, findings));
            }
            else
            {
                findings.Add(
                    FieldDiagnostics.NotMapping(
                        path,
                        MappingReader.Described(list.Items[i]),
                        file.PlaceOf(list.Items[i]),
                        "a node is a block of keys, the first of them behind `- `: `- name: control0`"
                    )
                );
            }
        }

        return new NodesInput(nodes, place, nodes.Count == list.Items.Count);
    }

    /// <summary>The keys of a node.</summary>
    public static NodeInput ReadKeys(MappingReader node, string path) =>
        new()
        {
            Path = path,
            Name = node.Required<string>("name", NameFields.NodeName, "name: control0"),
            Address = node.Required<Ipv4Address>("address", AddressFields.Ipv4, "address: 10.0.50.1"),
            Controller = node.Required<bool>("controller", TextFields.Bool, "controller: true"),
            Disk = node.Required<string>("disk", TextFields.NonEmpty, "disk: /dev/nvme0n1"),
            MacAddr = node.Required<MacAddress>("mac_addr", AddressFields.Mac, "mac_addr: \"02:00:00:00:00:01\""),
            SchematicId = node.Required<string>("schematic_id", NameFields.Schematic, "schematic_id: 3765...b4ba"),
            Mtu = node.Optional("mtu", TextFields.Number(LeastMtu, MostMtu)),
            Secureboot = node.Optional<bool>("secureboot", TextFields.Bool),
            EncryptDisk = node.Optional<bool>("encrypt_disk", TextFields.Bool),
        };

    private const int LeastMtu = 1450;
    private const int MostMtu = 9000;

    private static NodeInput ReadNode(
        YamlMapping mapping,
        SourceText source,
        string path,
        bool hasOwnTemplates,
        DiagnosticBag findings
    )
    {
        var whole = mapping.Entries.Count == 0 ? source.At(mapping.Span) : source.At(mapping.Entries[0].Key.Span);
        var reader = new MappingReader([mapping], source, path, whole, findings, hasOwnTemplates);
        var node = ReadKeys(reader, path);
        reader.Finish();
        return node;
    }
}
