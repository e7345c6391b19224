namespace HomeOps.Cli;

/// <summary>The two kinds of age key.</summary>
internal enum AgeKeyKind
{
    /// <summary>ML-KEM-768 with X25519; age 1.3, sops 3.12 and Flux 2.9 read it.</summary>
    PostQuantum,

    /// <summary>X25519; every version reads it.</summary>
    Classic,
}
