namespace HomeOps.Talos;

/// <summary>How a handshake with a node ended.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="KeyKind">Kind of the client's key: <c>Ed25519</c> or <c>ECDSA P-256</c>; empty when it could not be read.</param>
/// <param name="Problem">What went wrong, in the words of the library that noticed; empty when nothing did.</param>
public sealed record HandshakeResult(HandshakeOutcome Outcome, string KeyKind, string Problem);

/// <summary>How a handshake with a node ended.</summary>
public enum HandshakeOutcome
{
    /// <summary>The node answered: it accepts the certificate.</summary>
    Accepted,

    /// <summary>The node ended the connection after it had seen the certificate.</summary>
    Refused,

    /// <summary>The node's own certificate is not of this cluster, or not for this address.</summary>
    ServerNotTrusted,

    /// <summary>What answers there does not speak TLS 1.3, or nothing answers.</summary>
    NoTls,

    /// <summary>The client's certificate or key cannot be read.</summary>
    NoCertificate,
}
