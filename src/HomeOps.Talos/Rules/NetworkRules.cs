using HomeOps.Talos.Model;

namespace HomeOps.Talos.Rules;

/// <summary>Interfaces in <c>machine.network</c>, KubeSpan, and networks that other parts name.</summary>
internal static class NetworkRules
{
    public static void Check(RuleSubject subject)
    {
        var network = subject.Machine?.Struct("network");
        var devices = RuleSubject.Structs(network, "interfaces").ToList();
        foreach (var device in devices.Where(static d => d.Struct("deviceSelector") is not null))
        {
            if (device.Text("interface") is { Length: > 0 } name)
            {
                subject.Report(TalosDiagnostics.DeviceWithTwoNames(name, subject.At(device)));
            }
        }

        // BondConfig has it, so it stays in talconfig.yaml from 1.12 on.
        foreach (var targets in devices.Select(static d => d.Struct("bond")?["arpIPTarget"]).OfType<ConfigValue>())
        {
            subject.Report(TalosDiagnostics.BondOptionUnsupported("arpIPTarget", subject.At(targets)));
        }

        DeviceRules.Check(devices, subject.Name, subject.IsControlPlane, subject.Findings);
        if (network?.Struct("kubespan") is { } kubespan && kubespan.Bool("enabled") == true)
        {
            CheckKubeSpan(subject, kubespan);
        }
    }

    /// <summary>Networks or addresses, each possibly excluded by <c>!</c>.</summary>
    public static void CheckSubnets(RuleSubject subject, ConfigStruct? owner, string key, string shown)
    {
        foreach (var subnet in RuleSubject.Scalars(owner, key))
        {
            var text = subnet.Text.StartsWith('!') ? subnet.Text[1..] : subnet.Text;
            if (NetworkText.Prefix(text) is null && NetworkText.Address(text) is null)
            {
                subject.Report(TalosDiagnostics.Subnet(shown, subnet.Text, subject.At(subnet)));
            }
        }
    }

    private static void CheckKubeSpan(RuleSubject subject, ConfigStruct kubespan)
    {
        if (kubespan.Number("mtu") is < 1280 and var mtu)
        {
            subject.Report(TalosDiagnostics.KubeSpanMtu(mtu, subject.At(kubespan["mtu"])));
        }

        if (subject.Cluster?.Struct("discovery")?.Bool("enabled") != true)
        {
            var at = subject.At(subject.Cluster?.Struct("discovery")?["enabled"], kubespan["enabled"]);
            subject.Report(TalosDiagnostics.KubeSpanWithoutDiscovery(at));
        }

        var filters = kubespan.Struct("filters");
        CheckSubnets(subject, filters, "endpoints", "kubespan.filters.endpoints");
        CheckSubnets(subject, filters, "excludeAdvertisedNetworks", "kubespan.filters.excludeAdvertisedNetworks");
    }
}
