using System.Security.Authentication;
using HomeOps.Age;
using HomeOps.Talos.Connecting;
using HomeOps.Talos.Secrets;
using Org.BouncyCastle.Crypto.Parameters;

namespace HomeOps.Talos;

/// <summary>Asks the Talos API of a node whether it accepts a client certificate: mutual TLS 1.3, and the first words of HTTP/2.</summary>
public static class NodeHandshake
{
    /// <summary>The port of the Talos API.</summary>
    public const int Port = 50000;

    /// <summary>Makes the handshake and waits for the first byte of an answer. The connection cannot be used afterwards.</summary>
    /// <param name="connection">An open connection with a time-out for reading.</param>
    /// <param name="host">The name or address that the node's certificate has to be for.</param>
    /// <param name="authority">PEM text of the certificate that signed the node's.</param>
    /// <param name="client">The client's certificate and key, Ed25519 or ECDSA P-256.</param>
    /// <param name="random">Where randomness comes from; .NET's own TLS takes that of the operating system.</param>
    /// <param name="clock">The time.</param>
    public static HandshakeResult Try(
        Stream connection,
        string host,
        string authority,
        PemKeyPair client,
        RandomFill random,
        TimeProvider clock
    )
    {
        var trust = new ServerTrust(host, authority, clock);
        var key = Pem.PrivateKey(client.Key);
        var kind = key switch
        {
            Ed25519PrivateKeyParameters => "Ed25519",
            ECPrivateKeyParameters => "ECDSA P-256",
            _ => "",
        };
        if (kind.Length == 0 || Pem.Certificate(client.Certificate) is null || Pem.Certificate(authority) is null)
        {
            return new HandshakeResult(
                HandshakeOutcome.NoCertificate,
                kind,
                "the certificate or its key cannot be read"
            );
        }

        try
        {
            // .NET loads no Ed25519 keys (dotnet/runtime#63174), so those go through BouncyCastle's TLS.
            using var secure = key is Ed25519PrivateKeyParameters own
                ? Ed25519Handshake.Open(connection, trust, client.Certificate, own, random)
                : EcdsaHandshake.Open(connection, trust, client);
            return new HandshakeResult(Answer(secure), kind, "");
        }
        catch (Exception e) when (trust.Problem.Length > 0 && IsFailure(e))
        {
            return new HandshakeResult(HandshakeOutcome.ServerNotTrusted, kind, trust.Problem);
        }
        catch (Exception e) when (IsFailure(e))
        {
            return new HandshakeResult(
                trust.IsAsked ? HandshakeOutcome.Refused : HandshakeOutcome.NoTls,
                kind,
                (e.InnerException ?? e).Message
            );
        }
    }

    // In TLS 1.3 the client is done before the server has looked at its certificate: only an answer says that it was accepted.
    private static HandshakeOutcome Answer(Stream secure)
    {
        secure.Write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0"u8);
        secure.Flush();
        return secure.ReadByte() >= 0 ? HandshakeOutcome.Accepted : HandshakeOutcome.Refused;
    }

    private static bool IsFailure(Exception e) => e is IOException or AuthenticationException;
}
