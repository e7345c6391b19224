namespace HomeOps.Cluster;

/// <summary>One node of nodes.yaml, checked, with its defaults filled in.</summary>
public sealed record NodeConfig
{
    /// <summary>Host name.</summary>
    public required string Name { get; init; }

    /// <summary>Address in the nodes' network.</summary>
    public required Ipv4Address Address { get; init; }

    /// <summary>Whether the node runs the control plane.</summary>
    public required bool Controller { get; init; }

    /// <summary>Install disk: a device path, or a serial number.</summary>
    public required string Disk { get; init; }

    /// <summary>Hardware address of the interface that carries the node's address.</summary>
    public required MacAddress MacAddr { get; init; }

    /// <summary>Image Factory schematic: 64 lower-case letters and digits.</summary>
    public required string SchematicId { get; init; }

    /// <summary>Largest packet of the interface in bytes.</summary>
    public required int Mtu { get; init; }

    /// <summary>Whether the node boots with Secure Boot.</summary>
    public required bool Secureboot { get; init; }

    /// <summary>Whether the state and ephemeral partitions are encrypted with the TPM.</summary>
    public required bool EncryptDisk { get; init; }
}
