using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Install disks are not named by the order in which the kernel found them: that order differs between boots as soon as there is
/// a second disk or a USB stick (Linux, Documentation/admin-guide/devices.txt).
/// </summary>
internal sealed class DisksKeepTheirNames : ClusterRule
{
    private static readonly string[] Unstable = ["/dev/sd", "/dev/hd", "/dev/vd", "/dev/xvd"];

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        foreach (var node in nodes?.Nodes ?? [])
        {
            if (node.Disk.Has(out var disk) && Unstable.Any(p => IsLetterBehind(disk, p)))
            {
                findings.Add(NodeDiagnostics.UnstableDisk($"{node.Path}.disk", disk, node.Disk.Place));
            }
        }
    }

    private static bool IsLetterBehind(string disk, string prefix) =>
        disk.StartsWith(prefix, StringComparison.Ordinal)
        && disk.Length > prefix.Length
        && char.IsAsciiLetterLower(disk[prefix.Length]);
}
