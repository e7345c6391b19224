using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Install disks are not named by the order in which the kernel found them: that order differs between boots as soon as there is
/// a second disk or a USB stick (Linux, Documentation/admin-guide/devices.txt). The first NVMe disk is let pass, since most machines have
/// one only; a second one shows that there are two, which are looked for at the same time.
/// </summary>
internal sealed class DisksKeepTheirNames : ClusterRule
{
    private static readonly string[] Lettered = ["/dev/sd", "/dev/hd", "/dev/vd", "/dev/xvd"];
    private static readonly string[] Numbered = ["/dev/nvme", "/dev/mmcblk"];

    public override void Check(ClusterInput? cluster, NodesInput? nodes, DiagnosticBag findings)
    {
        foreach (var node in nodes?.Nodes ?? [])
        {
            if (
                node.Disk.Has(out var disk)
                && (Lettered.Any(p => IsLetterBehind(disk, p)) || Numbered.Any(p => IsLaterNumberBehind(disk, p)))
            )
            {
                findings.Add(NodeDiagnostics.UnstableDisk($"{node.Path}.disk", disk, node.Disk.Place));
            }
        }
    }

    private static bool IsLetterBehind(string disk, string prefix) =>
        disk.StartsWith(prefix, StringComparison.Ordinal)
        && disk.Length > prefix.Length
        && char.IsAsciiLetterLower(disk[prefix.Length]);

    private static bool IsLaterNumberBehind(string disk, string prefix) =>
        disk.StartsWith(prefix, StringComparison.Ordinal)
        && disk.Length > prefix.Length
        && disk[prefix.Length] is >= '1' and <= '9';
}
