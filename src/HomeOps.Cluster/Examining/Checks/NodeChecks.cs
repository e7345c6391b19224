using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Talos;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// A node: whether its Talos API accepts the certificate of talosconfig, and one that homeops makes itself from the secrets of the cluster.
/// </summary>
internal static class NodeChecks
{
    private const string UsualTalosconfig = "talos/clusterconfig/talosconfig";

    // For one handshake, with a little for clocks that differ.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public static IEnumerable<DoctorCheck> Run(DoctorRequest request, DiskTree tree, RepositoryKeys keys) =>
        request.Node is { } node ? [OfTalosconfig(request, node), OfSecrets(request, node, tree, keys)] : [];

    private static DoctorCheck OfTalosconfig(DoctorRequest request, NodeQuestion node)
    {
        const string Name = "talosconfig";
        var named = node.Talosconfig ?? request.Environment.GetValueOrDefault("TALOSCONFIG");
        var path = Path.GetFullPath(named is { Length: > 0 } ? named : UsualTalosconfig, request.Folder);
        if (!File.Exists(path))
        {
            return new DoctorCheck(Name, DoctorState.Failed, "is not there", "make it with `homeops talos genconfig`");
        }

        return Talosconfig.Read(new SourceText(path, File.ReadAllText(path))) is { } read
            ? Ask(Name, "its certificate", request, node, read.Authority, read.Client)
            : new DoctorCheck(
                Name,
                DoctorState.Failed,
                "has no context with ca, crt and key",
                "make it anew with `homeops talos genconfig`"
            );
    }

    private static DoctorCheck OfSecrets(DoctorRequest request, NodeQuestion node, DiskTree tree, RepositoryKeys keys)
    {
        const string Name = "talsecret";
        if (Secrets(tree, keys) is not { } secrets)
        {
            return new DoctorCheck(
                Name,
                DoctorState.Note,
                $"is not there, or {AgeKey.FileName} does not open it",
                "make it with `homeops talos gensecret -o talos/talsecret.sops.yaml`, if the cluster is a new one"
            );
        }

        return secrets.IssueClient("os:reader", Lifetime, node.Random, request.Time) is { } client
            ? Ask(Name, "a certificate made from it", request, node, secrets.Os.Certificate, client)
            : new DoctorCheck(
                Name,
                DoctorState.Failed,
                "holds no authority of the Talos API that can be read",
                "restore it from Git"
            );
    }

    private static DoctorCheck Ask(
        string name,
        string what,
        DoctorRequest request,
        NodeQuestion node,
        string authority,
        PemKeyPair client
    )
    {
        var place = node.Host.Contains(':', StringComparison.Ordinal)
            ? $"[{node.Host}]:{node.Port}"
            : $"{node.Host}:{node.Port}";
        HandshakeResult result;
        try
        {
            using var connection = node.Connect(node.Host, node.Port);
            result = NodeHandshake.Try(connection, node.Host, authority, client, node.Random, request.Time);
        }
        catch (IOException e)
        {
            result = new HandshakeResult(HandshakeOutcome.NoTls, "", e.Message);
        }

        return result.Outcome switch
        {
            HandshakeOutcome.Accepted => new DoctorCheck(
                name,
                DoctorState.Good,
                $"{place} accepts {what} (TLS 1.3, {result.KeyKind})"
            ),
            HandshakeOutcome.Refused => new DoctorCheck(
                name,
                DoctorState.Failed,
                $"{place} refuses {what}",
                "the node belongs to another cluster, or the clocks differ"
            ),
            HandshakeOutcome.ServerNotTrusted => new DoctorCheck(
                name,
                DoctorState.Failed,
                $"{place} is not trusted: {result.Problem}",
                "is it a node of this cluster, and is the address among the certSANs of its config?"
            ),
            HandshakeOutcome.NoTls => new DoctorCheck(
                name,
                DoctorState.Failed,
                $"nothing at {place} speaks TLS 1.3{(result.Problem.Length > 0 ? $": {result.Problem}" : "")}",
                "is the node up, and port 50000 open to this machine?"
            ),
            _ => new DoctorCheck(
                name,
                DoctorState.Failed,
                result.Problem,
                "make it anew with `homeops talos genconfig`"
            ),
        };
    }

    private static SecretsBundle? Secrets(DiskTree tree, RepositoryKeys keys)
    {
        var path = GenConfigInput
            .UsualSecretFiles.Select(static n => $"talos/{n}")
            .LastOrDefault(p => FileChecks.TryRead(tree, p) is not null);
        if (path is null)
        {
            return null;
        }

        var text = new SourceText(path, Encoding.UTF8.GetString(FileChecks.TryRead(tree, path) ?? []));
        try
        {
            var format = SopsFormat.For(path);
            if (format.Status(text).IsEncrypted)
            {
                if (keys.Ring is not { } ring)
                {
                    return null;
                }

                text = new SourceText(path, format.Decrypt(text, ring).ToText());
            }

            return SecretsBundle.Read(text).Bundle;
        }
        catch (SopsException)
        {
            return null;
        }
    }
}
