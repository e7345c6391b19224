using static HomeOps.Kustomize.DefaultFieldSpecs;

namespace HomeOps.Kustomize;

/// <summary>The fields in which <c>$(NAME)</c> stands for a var.</summary>
internal static class DefaultVarReferences
{
    private static readonly (string Kind, string Pod)[] Pods =
    [
        ("CronJob", "spec/jobTemplate/spec/template/spec/"),
        ("DaemonSet", "spec/template/spec/"),
        ("Deployment", "spec/template/spec/"),
        ("Job", "spec/template/spec/"),
        ("Pod", "spec/"),
        ("ReplicaSet", "spec/template/spec/"),
        ("StatefulSet", "spec/template/spec/"),
    ];

    public static FieldSpec[] Make()
    {
        var result = new List<FieldSpec>();
        foreach (var (kind, pod) in Pods)
        {
            foreach (var containers in (string[])["containers", "initContainers"])
            {
                foreach (var field in (string[])["args", "command", "env/value", "volumeMounts/mountPath"])
                {
                    result.Add(Spec($"{pod}{containers}/{field}", kind));
                }
            }

            result.Add(
                Spec(
                    kind switch
                    {
                        // The path of CronJob lacks a "spec" in kustomize, too.
                        "CronJob" => "spec/jobTemplate/spec/template/volumes/nfs/server",
                        "StatefulSet" => "spec/volumeClaimTemplates/spec/nfs/server",
                        _ => pod + "volumes/nfs/server",
                    },
                    kind
                )
            );
        }

        return
        [
            .. result,
            Spec("spec/template/metadata/annotations", "Deployment"),
            Spec("spec/rules/host", "Ingress"),
            Spec("spec/tls/hosts", "Ingress"),
            Spec("spec/tls/secretName", "Ingress"),
            Spec("spec/ports/port", "Service"),
            Spec("spec/ports/targetPort", "Service"),
            Spec("spec/nfs/server", "PersistentVolume"),
            new FieldSpec(Gvk.Any, "metadata/labels"),
            new FieldSpec(Gvk.Any, "metadata/annotations"),
        ];
    }
}
