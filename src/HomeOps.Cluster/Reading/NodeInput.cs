using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>One node of nodes.yaml as it was read.</summary>
internal sealed record NodeInput
{
    /// <summary>The node's name in findings: <c>nodes[0]</c>.</summary>
    public required string Path { get; init; }

    public required Field<string> Name { get; init; }
    public required Field<Ipv4Address> Address { get; init; }
    public required Field<bool> Controller { get; init; }
    public required Field<string> Disk { get; init; }
    public required Field<MacAddress> MacAddr { get; init; }
    public required Field<string> SchematicId { get; init; }
    public required Field<int> Mtu { get; init; }
    public required Field<bool> Secureboot { get; init; }
    public required Field<bool> EncryptDisk { get; init; }
}

/// <summary>nodes.yaml as it was read.</summary>
/// <param name="Nodes">The nodes in file order.</param>
/// <param name="Place">Where the list stands.</param>
/// <param name="IsWhole">Whether every item of the list could be read as a node.</param>
internal sealed record NodesInput(IReadOnlyList<NodeInput> Nodes, Location Place, bool IsWhole)
{
    /// <summary>Number of control planes; null while it cannot be known.</summary>
    public int? CountControllers() =>
        !IsWhole || Nodes.Any(static n => n.Controller.State == FieldState.Broken)
            ? null
            : Nodes.Count(static n => n.Controller.Or(standard: false));
}
