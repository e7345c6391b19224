using HomeOps.Files;

namespace HomeOps.Kustomize;

/// <summary>Gets what kustomizations name on other machines. A build has one only when it may use the network.</summary>
public interface IRemoteSource
{
    /// <summary>A single file.</summary>
    /// <param name="url">An http or https address.</param>
    /// <exception cref="IOException">It cannot be had; the message says why, and holds no password.</exception>
    byte[] Download(Uri url);

    /// <summary>The files of a git repository. Two calls with equal repositories give the same tree.</summary>
    /// <exception cref="IOException">They cannot be had; the message says why, and holds no password.</exception>
    FileTree Checkout(RemoteRepository repository);
}
