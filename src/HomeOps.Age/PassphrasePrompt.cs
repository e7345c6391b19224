namespace HomeOps.Age;

/// <summary>Asks for a passphrase when a key turns out to be protected by one.</summary>
/// <param name="about">The name of the file it belongs to.</param>
/// <returns>The passphrase, overwritten once it was used; null when there is none to be had.</returns>
public delegate char[]? PassphrasePrompt(string about);
