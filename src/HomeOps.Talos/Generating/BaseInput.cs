namespace HomeOps.Talos;

/// <summary>What a machine config is generated from.</summary>
public sealed record BaseInput
{
    /// <summary>Name of the cluster.</summary>
    public required string ClusterName { get; init; }

    /// <summary>Address of the Kubernetes API, a URL.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Version of Kubernetes, with or without <c>v</c>.</summary>
    public required string KubernetesVersion { get; init; }

    /// <summary>Version of Talos, with or without <c>v</c>. Its minor decides the form of the config; the newest known one when it is no version.</summary>
    public required string TalosVersion { get; init; }

    /// <summary>The secrets.</summary>
    public required SecretsBundle Secrets { get; init; }

    /// <summary>Whether the machine is part of the control plane.</summary>
    public required bool IsControlPlane { get; init; }

    /// <summary>More names of the Talos API's certificate.</summary>
    public IReadOnlyList<string> MachineSans { get; init; } = [];

    /// <summary>More names of the Kubernetes API's certificate.</summary>
    public IReadOnlyList<string> ApiServerSans { get; init; } = [];

    /// <summary>Port of the API server on the machine; 0 for the usual one.</summary>
    public int LocalApiServerPort { get; init; }

    /// <summary>Disk to install on, or empty.</summary>
    public string InstallDisk { get; init; } = "";

    /// <summary>Installer image, or empty.</summary>
    public string InstallImage { get; init; } = "";

    /// <summary>Arguments of the kernel.</summary>
    public IReadOnlyList<string> KernelArgs { get; init; } = [];

    /// <summary>Kernel parameters.</summary>
    public IReadOnlyDictionary<string, string> Sysctls { get; init; } = new Dictionary<string, string>();

    /// <summary>DNS domain of the cluster.</summary>
    public string DnsDomain { get; init; } = "cluster.local";

    /// <summary>Networks of pods.</summary>
    public IReadOnlyList<string> PodNets { get; init; } = ["10.244.0.0/16"];

    /// <summary>Networks of services.</summary>
    public IReadOnlyList<string> ServiceNets { get; init; } = ["10.96.0.0/12"];

    /// <summary>Manifest of a network plugin other than Flannel, or empty.</summary>
    public string CustomCniUrl { get; init; } = "";

    /// <summary>Registries and where their images are pulled from instead.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> RegistryMirrors { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Whether workloads may run on the control plane.</summary>
    public bool AllowSchedulingOnControlPlanes { get; init; }
}
