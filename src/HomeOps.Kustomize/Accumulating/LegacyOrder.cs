namespace HomeOps.Kustomize;

/// <summary>kustomize's older order of output: by kind, so that what others need comes first.</summary>
internal sealed class LegacyOrder
{
    private static readonly string[] DefaultFirst =
    [
        "Namespace",
        "ResourceQuota",
        "StorageClass",
        "CustomResourceDefinition",
        "ServiceAccount",
        "PodSecurityPolicy",
        "Role",
        "ClusterRole",
        "RoleBinding",
        "ClusterRoleBinding",
        "ConfigMap",
        "Secret",
        "Endpoints",
        "Service",
        "LimitRange",
        "PriorityClass",
        "PersistentVolume",
        "PersistentVolumeClaim",
        "Deployment",
        "StatefulSet",
        "CronJob",
        "PodDisruptionBudget",
    ];

    private static readonly string[] DefaultLast = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"];

    private readonly Dictionary<string, int> ranks = new(StringComparer.Ordinal);

    /// <param name="options">The kinds that come first and last; null for kustomize's own.</param>
    public LegacyOrder(SortArguments? options)
    {
        var isOwn = options is { First: not null } or { Last: not null };
        var first = isOwn ? options?.First ?? [] : DefaultFirst;
        var last = isOwn ? options?.Last ?? [] : DefaultLast;
        for (var i = 0; i < first.Count; i++)
        {
            ranks[first[i]] = i - first.Count;
        }

        for (var i = 0; i < last.Count; i++)
        {
            ranks[last[i]] = i + 1;
        }
    }

    public void Sort(ResMap objects)
    {
        var keyed = new List<(int Rank, string Gvk, string Id, Resource Resource)>();
        foreach (var resource in objects.Resources)
        {
            var id = resource.CurrentId;
            keyed.Add((ranks.GetValueOrDefault(id.Gvk.Kind), GvkText(id.Gvk), IdText(id), resource));
        }

        keyed.Sort(
            static (a, b) =>
                a.Rank != b.Rank ? a.Rank.CompareTo(b.Rank)
                : a.Gvk != b.Gvk ? CompareGvk(a, b)
                : Utf8Order.Compare(a.Id, b.Id)
        );
        objects.Reorder(keyed.ConvertAll(static k => k.Resource));
    }

    // Among namespaces, Kubernetes' own come before others of that kind.
    private static int CompareGvk(
        (int Rank, string Gvk, string Id, Resource Resource) a,
        (int Rank, string Gvk, string Id, Resource Resource) b
    )
    {
        var order = Utf8Order.Compare(a.Gvk, b.Gvk);
        return
            a.Resource.Kind == "Namespace"
            && b.Resource.Kind == "Namespace"
            && (a.Resource.Gvk.Group.Length == 0 || b.Resource.Gvk.Group.Length == 0)
            ? -order
            : order;
    }

    private static string GvkText(Gvk gvk) =>
        $"{(gvk.Group.Length == 0 ? "~G" : gvk.Group)}_{(gvk.Version.Length == 0 ? "~V" : gvk.Version)}_{gvk.Kind}";

    private static string IdText(ResId id) =>
        $"{id.Gvk}|{(id.Namespace.Length == 0 ? "~X" : id.Namespace)}|{(id.Name.Length == 0 ? "~N" : id.Name)}";
}
