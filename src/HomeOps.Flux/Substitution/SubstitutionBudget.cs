namespace HomeOps.Flux;

/// <summary>
/// Bounds what the substitutions of one object may cost: values are written as often as they are named, and a pattern is tried at every
/// place of a value.
/// </summary>
internal sealed class SubstitutionBudget
{
    /// <summary>No object gets longer, in bytes. The API server takes three megabytes.</summary>
    public const int MaxLength = 64 << 20;

    private long left = MaxLength;

    /// <summary>Takes bytes to go through; false when they are too many.</summary>
    public bool Take(long count)
    {
        left -= count;
        return left >= 0;
    }
}
