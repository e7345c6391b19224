using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;

namespace HomeOps.Talos.Nodes;

/// <summary>Addresses, routes, DHCP and shared addresses of a device or a VLAN as documents.</summary>
internal static class LinkDocuments
{
    /// <summary>Whether a document of another kind than LinkConfig carries the device's addresses.</summary>
    public static bool IsKindOfItsOwn(ConfigStruct device) =>
        device.Struct("bond") is not null
        || device.Struct("bridge") is not null
        || device.Struct("wireguard") is not null;

    /// <summary>Whether there is anything that <see cref="PutCommon"/> would put.</summary>
    public static bool HasCommon(ConfigStruct device) =>
        device.List("addresses").Count > 0 || device.List("routes").Count > 0 || device.Number("mtu") is > 0;

    /// <summary>Puts MTU, addresses and routes into a document of a link.</summary>
    public static void PutCommon(ConfigStruct document, ConfigStruct device)
    {
        if (device.Number("mtu") is > 0)
        {
            document.Put("mtu", device["mtu"]);
        }

        if (device.List("addresses").Count > 0)
        {
            var type = Element(document, "addresses");
            document.Put(
                "addresses",
                new ConfigList([
                    .. device.List("addresses").Select(a => type.New().Put("address", Prefixed((ConfigScalar)a))),
                ])
            );
        }

        if (device.List("routes").Count > 0)
        {
            var type = Element(document, "routes");
            document.Put(
                "routes",
                new ConfigList([.. device.List("routes").OfType<ConfigStruct>().Select(r => Route(type, r))])
            );
        }
    }

    public static void AddDhcp(List<ConfigDocument> made, string name, ConfigStruct device)
    {
        if (device.Bool("dhcp") != true)
        {
            return;
        }

        var options = device.Struct("dhcpOptions");
        if (options?.Bool("ipv4") != false)
        {
            AddDhcp(made, DHCPv4Config.Kind, name, options);
        }

        if (options?.Bool("ipv6") == true)
        {
            AddDhcp(made, DHCPv6Config.Kind, name, options);
        }
    }

    public static void AddVip(List<ConfigDocument> made, string name, ConfigStruct device)
    {
        if (device.Struct("vip")?.Text("ip") is { Length: > 0 } address)
        {
            SystemDocuments.Add(made, Layer2VIPConfig.Kind).Set("name", address).Set("link", name).Origin = device[
                "vip"
            ]?.Origin;
        }
    }

    private static void AddDhcp(List<ConfigDocument> made, DocumentKind kind, string name, ConfigStruct? options)
    {
        var document = SystemDocuments.Add(made, kind).Set("name", name);
        if (options?.Number("routeMetric") is > 0)
        {
            document.Put("routeMetric", options["routeMetric"]);
        }
    }

    // The default route is the one without destination.
    private static ConfigStruct Route(StructType type, ConfigStruct route)
    {
        var made = new ConfigStruct(type) { Origin = route.Origin };
        if (route.Text("network") is not ("" or "0.0.0.0/0" or "::/0"))
        {
            made.Put("destination", route["network"]);
        }

        foreach (var key in new[] { "gateway", "source", "metric", "mtu" })
        {
            made.Put(key, route[key]);
        }

        return made;
    }

    private static ConfigScalar Prefixed(ConfigScalar address)
    {
        var text = address.Text;
        return text.Contains('/', StringComparison.Ordinal)
            ? address
            : new ConfigScalar(text + (text.Contains(':', StringComparison.Ordinal) ? "/128" : "/32"))
            {
                Origin = address.Origin,
            };
    }

    private static StructType Element(ConfigStruct document, string key) =>
        (StructType)((ListType)document.Type.Fields[document.Type.Require(key)].Type).Element;
}
