using System.Globalization;
using HomeOps.Talos.Model;

namespace HomeOps.Talos.Nodes;

/// <summary>Names for devices that only have a selector: <c>bond0</c>, <c>br0</c>, <c>wg0</c> or <c>ethSel0</c>, counted by kind.</summary>
internal sealed class DeviceNames
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> counters = new(StringComparer.Ordinal);

    public DeviceNames(IEnumerable<ConfigStruct> devices)
    {
        foreach (var device in devices)
        {
            taken.Add(device.Text("interface"));
        }
    }

    public string Of(ConfigStruct device)
    {
        if (device.Text("interface") is { Length: > 0 } name)
        {
            return name;
        }

        var kind =
            device.Struct("bond") is not null ? "bond"
            : device.Struct("bridge") is not null ? "br"
            : device.Struct("wireguard") is not null ? "wg"
            : "ethSel";
        while (true)
        {
            var next = counters.GetValueOrDefault(kind);
            counters[kind] = next + 1;
            var candidate = kind + next.ToString(CultureInfo.InvariantCulture);
            if (taken.Add(candidate))
            {
                return candidate;
            }
        }
    }
}
