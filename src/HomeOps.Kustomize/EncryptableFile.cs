namespace HomeOps.Kustomize;

/// <summary>A file that a build takes in and that may be encrypted.</summary>
/// <param name="Path">The file, relative to the tree's root.</param>
/// <param name="Name">The name whose ending says the format: the key of a Secret, or the file's own.</param>
/// <param name="Use">What it is taken for.</param>
public sealed record EncryptableFile(string Path, string Name, FileUse Use);

/// <summary>What a build takes a file for.</summary>
public enum FileUse
{
    /// <summary>A value of a Secret.</summary>
    SecretValue,

    /// <summary>Lines with names and values of a Secret.</summary>
    SecretLines,

    /// <summary>A patch.</summary>
    Patch,
}
