namespace HomeOps.Sops.Metadata;

/// <summary>One recipient of a file and the data key (or its part) encrypted to it.</summary>
/// <param name="Recipient">The age recipient.</param>
/// <param name="Armored">An armored age file, to be kept verbatim as long as the recipient stays.</param>
internal sealed record AgeKey(string Recipient, string Armored);
