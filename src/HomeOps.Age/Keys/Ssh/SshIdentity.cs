namespace HomeOps.Age;

/// <summary>An SSH private key that opens files.</summary>
internal abstract class SshIdentity : AgeIdentity
{
    public sealed override string? ToSecretLine() => null;
}
