namespace HomeOps.Cli;

/// <summary>Gets files from other machines, for commands that exist to do so.</summary>
internal interface IDownloads
{
    /// <summary>The content at an http or https address.</summary>
    /// <exception cref="IOException">It cannot be had: the message says why.</exception>
    byte[] Get(Uri url);
}

/// <summary>A world without network.</summary>
internal sealed class NoDownloads : IDownloads
{
    public byte[] Get(Uri url) => throw new IOException("there is no network");
}
