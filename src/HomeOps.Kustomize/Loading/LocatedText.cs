using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>A text and where it stands.</summary>
/// <param name="Text">The text.</param>
/// <param name="At">Where it stands, or what brought it in.</param>
public readonly record struct LocatedText(string Text, Location At);
