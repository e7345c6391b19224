using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>A key that was set at one place and changed at a later one.</summary>
/// <param name="Path">The key, parts joined by dots.</param>
/// <param name="Earlier">Where it was set first.</param>
/// <param name="Later">Where the value that counts stands.</param>
public sealed record PatchOverride(string Path, Location Earlier, Location Later);
