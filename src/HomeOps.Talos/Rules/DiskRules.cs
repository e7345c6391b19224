using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Partitions and the encryption of Talos's own volumes.</summary>
internal static class DiskRules
{
    public static void Check(RuleSubject subject, ConfigStruct machine)
    {
        CheckPartitions(machine, "disks", subject.Findings);
        foreach (var volume in new[] { "state", "ephemeral" })
        {
            if (machine.Struct("systemDiskEncryption")?.Struct(volume) is { } encryption)
            {
                CheckEncryption(subject, encryption, volume.ToUpperInvariant());
            }
        }
    }

    /// <summary>A partition without a size takes what is left of its disk, so none can come after it.</summary>
    public static void CheckPartitions(ConfigStruct owner, string key, DiagnosticBag diagnostics)
    {
        foreach (var disk in RuleSubject.Structs(owner, key))
        {
            foreach (var partition in RuleSubject.Structs(disk, "partitions").SkipLast(1))
            {
                if (partition.Text("size") is "" or "0")
                {
                    diagnostics.Add(
                        TalosDiagnostics.PartitionFillsDisk(
                            partition.Text("mountpoint"),
                            disk.Text("device"),
                            partition.Origin
                        )
                    );
                }
            }
        }
    }

    private static void CheckEncryption(RuleSubject subject, ConfigStruct encryption, string volume)
    {
        var slots = new HashSet<long>();
        var keys = RuleSubject.Structs(encryption, "keys").ToList();
        foreach (var key in keys)
        {
            if (!slots.Add(key.Number("slot") ?? 0))
            {
                subject.Report(
                    TalosDiagnostics.EncryptionSlotTwice(
                        volume,
                        key.Number("slot") ?? 0,
                        subject.At(key["slot"], key)?.Hidden()
                    )
                );
            }
        }

        foreach (var key in keys.Where(IsEmpty))
        {
            subject.Report(TalosDiagnostics.EncryptionKeyEmpty(volume, subject.At(key)));
        }

        if (keys.Count == 0)
        {
            subject.Report(TalosDiagnostics.EncryptionKeyEmpty(volume, subject.At(encryption)));
        }
    }

    private static bool IsEmpty(ConfigStruct key) =>
        key.Struct("static") is null
        && key.Struct("nodeID") is null
        && key.Struct("kms") is null
        && key.Struct("tpm") is null;
}
