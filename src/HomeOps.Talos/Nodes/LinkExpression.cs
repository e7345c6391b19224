using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;

namespace HomeOps.Talos.Nodes;

/// <summary>The expression that picks the link an older device selector picks.</summary>
internal static class LinkExpression
{
    public static string Of(ConfigStruct selector)
    {
        var parts = new List<string>(6);
        Add("hardwareAddr", "mac(link.hardware_addr)");
        Add("permanentAddr", "mac(link.permanent_addr)");
        Add("busPath", "link.bus_path");
        Add("driver", "link.driver");
        Add("pciID", "link.pciid");
        if (selector.Bool("physical") is { } physical)
        {
            parts.Add(physical ? "link.type == 1" : "link.type != 1");
        }

        return string.Join(" && ", parts);

        void Add(string key, string expression)
        {
            if (selector.Text(key) is { Length: > 0 } pattern)
            {
                parts.Add($"glob({SystemDocuments.Quote(pattern)}, {expression})");
            }
        }
    }
}
