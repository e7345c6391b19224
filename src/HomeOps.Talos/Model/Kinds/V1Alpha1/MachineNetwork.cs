using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>The network of the machine.</summary>
internal static class MachineNetwork
{
    private static readonly StructType Host = new([Field.Required("ip", Str), Field.Required("aliases", Texts)]);

    private static readonly StructType Filters = new([
        Field.Optional("endpoints", Texts),
        Field.Optional("excludeAdvertisedNetworks", Texts),
    ]);

    private static readonly StructType KubeSpan = new([
        Field.Nullable("enabled", Bool),
        Field.Nullable("advertiseKubernetesNetworks", Bool),
        Field.Nullable("allowDownPeerBypass", Bool),
        Field.Nullable("harvestExtraEndpoints", Bool),
        Field.Nullable("mtu", U32),
        Field.Nullable("filters", Filters),
    ]);

    // By name; a device without one by an equal selector.
    private static readonly ListType Interfaces = new(Device.Type)
    {
        IsSame = static (a, b) =>
            b.Text("interface").Length > 0
                ? a.Text("interface") == b.Text("interface")
                : b.Struct("deviceSelector") is { } wanted
                    && a.Struct("deviceSelector") is { } known
                    && SameFields(known, wanted),
    };

    public static StructType Type { get; } =
        new([
            Field.Optional("hostname", Str),
            Field.Optional("interfaces", Interfaces),
            Field.Optional("nameservers", Texts),
            Field.Optional("searchDomains", Texts),
            Field.Optional("extraHostEntries", ListOf(Host)),
            Field.Nullable("kubespan", KubeSpan),
            Field.Nullable("disableSearchDomain", Bool),
        ]);

    private static bool SameFields(ConfigStruct a, ConfigStruct b)
    {
        for (var i = 0; i < a.Type.Fields.Count; i++)
        {
            if ((a[i] as ConfigScalar)?.Text != (b[i] as ConfigScalar)?.Text)
            {
                return false;
            }
        }

        return true;
    }
}
