using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Keys and peers of a WireGuard interface; a key is never shown.</summary>
internal static class WireguardRules
{
    public static void Check(ConfigStruct wireguard, DiagnosticBag diagnostics)
    {
        if (!IsKey(wireguard.Text("privateKey")))
        {
            diagnostics.Add(
                TalosDiagnostics.WireguardKey("privateKey", wireguard["privateKey"]?.Origin ?? wireguard.Origin)
            );
        }

        foreach (var peer in RuleSubject.Structs(wireguard, "peers"))
        {
            if (!IsKey(peer.Text("publicKey")))
            {
                diagnostics.Add(TalosDiagnostics.WireguardKey("publicKey", peer["publicKey"]?.Origin ?? peer.Origin));
            }

            var endpoint = peer.Text("endpoint");
            if (endpoint.Length > 0 && !HasPort(endpoint))
            {
                diagnostics.Add(TalosDiagnostics.WireguardPeer("endpoint", endpoint, peer["endpoint"]?.Origin));
            }

            foreach (
                var network in RuleSubject
                    .Scalars(peer, "allowedIPs")
                    .Where(static n => NetworkText.Prefix(n.Text) is null)
            )
            {
                diagnostics.Add(TalosDiagnostics.WireguardPeer("allowedIPs", network.Text, network.Origin));
            }
        }
    }

    private static bool IsKey(string text)
    {
        Span<byte> bytes = stackalloc byte[64];
        return text.Length <= 64 && Convert.TryFromBase64String(text, bytes, out var length) && length == 32;
    }

    private static bool HasPort(string endpoint)
    {
        var colon = endpoint.LastIndexOf(':');
        return colon > 0
            && ushort.TryParse(endpoint[(colon + 1)..], out _)
            && (endpoint.StartsWith('[') || endpoint.IndexOf(':', StringComparison.Ordinal) == colon);
    }
}
