namespace HomeOps.Talos;

/// <summary>How node configs are generated.</summary>
public sealed record GenConfigOptions
{
    /// <summary>How patches are applied.</summary>
    public PatchOptions Patches { get; init; } = new();

    /// <summary>Patches of all nodes come first, then those of the group and the node. talhelper applies those of all nodes last.</summary>
    public bool GroupFirst { get; init; }

    /// <summary>Note which patch sets which key (<see cref="GeneratedNode.Patched"/>), which takes some time for each patch.</summary>
    public bool TracesPatches { get; init; }

    /// <summary>Where the machines run, for the checks: on a machine of their own they must say where Talos is installed.</summary>
    public TalosMode Mode { get; init; }

    /// <summary>The only node that is wanted, by hostname or address; empty for all.</summary>
    public string Node { get; init; } = "";

    /// <summary>How long new certificates of talosconfig and kubeconfig count.</summary>
    public TimeSpan CertificateLifetime { get; init; } = TimeSpan.FromHours(8760);

    /// <summary>Leave the list of nodes out of talosconfig.</summary>
    public bool OmitNodes { get; init; }

    /// <summary>Make no kubeconfig.</summary>
    public bool OmitKubeconfig { get; init; }

    /// <summary>Make the machine configs only: for checks with <see cref="SecretsBundle.StandIn"/>.</summary>
    public bool OmitTalosconfig { get; init; }

    /// <summary>Write no .gitignore.</summary>
    public bool OmitGitignore { get; init; }

    /// <summary>Where the files go, below the folder of talconfig.yaml.</summary>
    public string OutputFolder { get; init; } = "clusterconfig";
}
