namespace HomeOps.Sops.Walking;

/// <summary>An encrypted tree before its metadata are added.</summary>
/// <param name="Tree">With encrypted values in place of plaintext.</param>
/// <param name="Digest">What its MAC must hold.</param>
/// <param name="KeptAllCiphers">Whether every encrypted value of the file as it was is used again and none is new.</param>
internal sealed record EncryptedTree(SopsTree Tree, string Digest, bool KeptAllCiphers);

/// <summary>What a file says about its own encryption.</summary>
internal sealed record FileSettings(SopsSelector Selector, bool MacOnlyEncrypted);
