using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>What Talos checks of <c>machine</c> (v1alpha1_validation.go; talos.md 2.3).</summary>
internal static class MachineRules
{
    private static readonly string[] Roles =
    [
        "os:admin",
        "os:operator",
        "os:reader",
        "os:etcd:backup",
        "os:image:verifier",
        "os:meta:writer",
        "os:impersonator",
    ];

    // What Talos sets itself (pkg/machinery/kubelet/kubelet.go).
    private static readonly string[] ProtectedKubeletKeys =
    [
        "apiVersion",
        "authentication",
        "authorization",
        "cgroupRoot",
        "kind",
        "kubeletCgroups",
        "port",
        "protectKernelDefaults",
        "resolvConf",
        "rotateCertificates",
        "systemCgroups",
        "staticPodPath",
        "seccompDefault",
    ];

    public static void Check(RuleSubject subject)
    {
        var machine = subject.Machine;
        if (machine?.Text("type") is not ("controlplane" or "worker" or "init"))
        {
            subject.Report(
                TalosDiagnostics.MachineType(machine?.Text("type") ?? "", subject.At(machine?["type"], machine))
            );
        }

        if ((subject.Main["persist"] as ConfigScalar)?.Value is false)
        {
            subject.Report(TalosDiagnostics.PersistOff(subject.At(subject.Main["persist"])));
        }

        if (machine is null)
        {
            return;
        }

        if ((machine.Struct("ca")?.Text("crt") ?? "").Length == 0 && machine.List("acceptedCAs").Count == 0)
        {
            subject.Report(
                TalosDiagnostics.NoTrustedAuthority(subject.Name, subject.Missing("machine.ca.crt", machine["ca"]))
            );
        }

        CheckFeatures(subject, machine.Struct("features"));
        CheckKubelet(subject, machine.Struct("kubelet"));
        LabelRules.Check(machine, subject.Findings);
        CheckExtensions(subject, machine.Struct("install"));
        DiskRules.Check(subject, machine);
    }

    /// <summary>On a machine of its own, Talos must be told where to install itself.</summary>
    public static void CheckInstallation(RuleSubject subject)
    {
        var install = subject.Machine?.Struct("install");
        var selector = install?.Struct("diskSelector");
        if ((install?.Text("disk") ?? "").Length == 0 && (selector is null || selector.Type.IsEmpty(selector)))
        {
            subject.Report(
                TalosDiagnostics.NoInstallDisk(
                    subject.Name,
                    subject.Missing("machine.install.disk", install, subject.Machine)
                )
            );
        }
    }

    private static void CheckFeatures(RuleSubject subject, ConfigStruct? features)
    {
        var dns = features?.Struct("hostDNS");
        if (dns?.Bool("forwardKubeDNSToHost") == true && dns.Bool("enabled") != true)
        {
            subject.Report(
                TalosDiagnostics.DnsForwardingWithoutHostDns(subject.At(dns["enabled"], dns["forwardKubeDNSToHost"]))
            );
        }

        var access = features?.Struct("kubernetesTalosAPIAccess");
        if (access?.Bool("enabled") == true && subject.IsWorker)
        {
            subject.Report(TalosDiagnostics.ApiAccessOnWorker(subject.Name, subject.At(access)));
        }

        foreach (var role in RuleSubject.Scalars(access, "allowedRoles").Where(static r => !Roles.Contains(r.Text)))
        {
            subject.Report(
                TalosDiagnostics.UnknownRole(role.Text, Spelling.Nearest(role.Text, Roles), subject.At(role))
            );
        }

        if (features?.Text("nodeAddressSortAlgorithm") is { Length: > 0 } sorting and not ("v1" or "v2"))
        {
            subject.Report(TalosDiagnostics.AddressSorting(sorting, subject.At(features["nodeAddressSortAlgorithm"])));
        }
    }

    private static void CheckKubelet(RuleSubject subject, ConfigStruct? kubelet)
    {
        foreach (var (key, value) in kubelet?.Map("extraConfig") ?? new Dictionary<string, ConfigValue>())
        {
            if (ProtectedKubeletKeys.Contains(key))
            {
                subject.Report(TalosDiagnostics.ProtectedKubeletKey(key, subject.At(value)));
            }
        }

        NetworkRules.CheckSubnets(subject, kubelet?.Struct("nodeIP"), "validSubnets", "kubelet.nodeIP.validSubnets");
    }

    private static void CheckExtensions(RuleSubject subject, ConfigStruct? install)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var extension in RuleSubject.Structs(install, "extensions"))
        {
            if (!seen.Add(extension.Text("image")))
            {
                subject.Report(TalosDiagnostics.ExtensionTwice(extension.Text("image"), subject.At(extension)));
            }
        }

        if (seen.Count > 0)
        {
            subject.Report(
                TalosDiagnostics.Deprecated(
                    "machine.install.extensions",
                    "'schematic' in talconfig.yaml, or an installer image that has them",
                    subject.At(install?["extensions"])
                )
            );
        }
    }
}
