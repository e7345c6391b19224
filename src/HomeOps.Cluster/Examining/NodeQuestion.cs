using HomeOps.Age;
using HomeOps.Talos;

namespace HomeOps.Cluster;

/// <summary>A node whose Talos API <see cref="Doctor"/> asks.</summary>
/// <param name="Host">Its name or address, which its certificate has to be for.</param>
/// <param name="Port">The port of its API.</param>
/// <param name="Talosconfig">Absolute path of the talosconfig to show it; null for the usual one.</param>
/// <param name="Connect">Opens a connection with a time-out; an <see cref="IOException"/> when there is none.</param>
/// <param name="Random">Where randomness comes from.</param>
public sealed record NodeQuestion(
    string Host,
    int Port,
    string? Talosconfig,
    Func<string, int, Stream> Connect,
    RandomFill Random
)
{
    /// <summary>The port of the Talos API when none is named.</summary>
    public const int UsualPort = NodeHandshake.Port;
}
