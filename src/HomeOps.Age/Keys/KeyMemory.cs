namespace HomeOps.Age;

/// <summary>Buffers for keys. The collector never moves them, so that clearing one leaves no copy behind.</summary>
internal static class KeyMemory
{
    /// <summary>A buffer of zeros; whoever takes it clears it after use.</summary>
    public static byte[] New(int length) => GC.AllocateArray<byte>(length, pinned: true);
}
