namespace HomeOps.Cluster;

/// <summary>What <see cref="Doctor"/> needs to know about the machine.</summary>
public sealed record DoctorRequest
{
    /// <summary>Absolute path of the repository.</summary>
    public required string Folder { get; init; }

    /// <summary>The environment variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>What <c>git --version</c> printed; null when there is no git.</summary>
    public string? GitVersion { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The node whose Talos API is asked whether it accepts the certificates of the repository; null: the network is not used.</summary>
    public NodeQuestion? Node { get; init; }

    /// <summary>Absolute path of the person's home folder; null when unknown.</summary>
    internal string? Home => Environment.GetValueOrDefault("HOME") is { Length: > 0 } home ? home : null;
}
