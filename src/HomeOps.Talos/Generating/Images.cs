namespace HomeOps.Talos.Generating;

/// <summary>Images of Kubernetes, tagged with a version.</summary>
internal static class Images
{
    public static string Kubelet(string version) => Tagged("ghcr.io/siderolabs/kubelet", version);

    public static string Kubernetes(string component, string version) =>
        Tagged("registry.k8s.io/" + component, version);

    private static string Tagged(string image, string version) => $"{image}:v{version.TrimStart('v')}";
}
