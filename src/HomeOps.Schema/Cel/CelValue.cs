namespace HomeOps.Schema;

/// <summary>A value that an expression may have beside those of .NET.</summary>
public sealed class CelValue
{
    /// <summary>It depends on something that is not known.</summary>
    public static CelValue Unknown { get; } = new();

    private CelValue() { }

    /// <inheritdoc />
    public override string ToString() => "unknown";
}
