namespace HomeOps.Cluster;

/// <summary>What <see cref="Doctor"/> needs to know about the machine.</summary>
public sealed record DoctorRequest
{
    /// <summary>Absolute path of the repository.</summary>
    public required string Folder { get; init; }

    /// <summary>Absolute path of the person's home folder; null when unknown.</summary>
    public string? Home { get; init; }

    /// <summary>What <c>git --version</c> printed; null when there is no git.</summary>
    public string? GitVersion { get; init; }
}
