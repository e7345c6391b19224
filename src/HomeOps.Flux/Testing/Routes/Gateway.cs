using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>A Gateway of the Gateway API.</summary>
internal sealed record Gateway(ObjectKey Key, IReadOnlyList<Listener> Listeners, Location At)
{
    public const string Group = "gateway.networking.k8s.io";

    public static Gateway? Read(KustomizeResource o) =>
        o.Kind == "Gateway" && o.ApiVersion.StartsWith(Group + "/", StringComparison.Ordinal)
            ? new Gateway(
                ObjectKey.Of(o),
                [.. (o.Root.Map("spec")?["listeners"] as SeqNode)?.Items.OfType<MapNode>().Select(Listener.Read) ?? []],
                o.At
            )
            : null;
}
