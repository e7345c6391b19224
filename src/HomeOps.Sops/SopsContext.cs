using System.Security.Cryptography;
using HomeOps.Age;

namespace HomeOps.Sops;

/// <summary>What encryption takes from the world around it.</summary>
/// <param name="Random">The source of keys and initialization vectors.</param>
/// <param name="Clock">The source of <c>lastmodified</c>.</param>
/// <param name="Version">
/// The SOPS version whose layout is written, put into the <c>version</c> of new files: sops refuses files without one.
/// </param>
public sealed record SopsContext(RandomFill Random, TimeProvider Clock, string Version = SopsContext.LayoutVersion)
{
    /// <summary>The release whose layout this library writes.</summary>
    public const string LayoutVersion = "3.13.1";

    /// <summary>The operating system's random numbers and clock.</summary>
    public static SopsContext System { get; } = new(RandomNumberGenerator.Fill, TimeProvider.System);
}
