using System.Globalization;
using HomeOps.Talos.Generating;
using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Nodes;

/// <summary>The expression of Talos 1.14 that picks the disk an older selector picks.</summary>
internal static class DiskExpression
{
    public static string Of(ConfigStruct selector, DiagnosticBag diagnostics)
    {
        var parts = new List<string>();
        foreach (var field in selector.Type.Fields)
        {
            if (selector.Text(field.Name) is not { Length: > 0 } value)
            {
                continue;
            }

            if (Part(field.Name, value) is { } part)
            {
                parts.Add(part);
            }
            else
            {
                diagnostics.Add(TalosDiagnostics.DiskSelector(field.Name, selector[field.Name]?.Origin));
            }
        }

        return string.Join(" && ", parts);
    }

    private static string? Part(string key, string value) =>
        key switch
        {
            "size" => Size(value),
            "model" => Matching("disk.model", value),
            "serial" => Matching("disk.serial", value),
            "modalias" => Matching("disk.modalias", value),
            "uuid" => Matching("disk.uuid", value),
            "wwid" => Matching("disk.wwid", value),
            "busPath" => Matching("disk.bus_path", value),
            "type" => value switch
            {
                "nvme" => "disk.transport == \"nvme\"",
                "ssd" => "!disk.rotational",
                "hdd" => "disk.rotational",
                _ => null,
            },
            _ => null,
        };

    private static string Matching(string name, string pattern) =>
        pattern.AsSpan().IndexOfAny('*', '?') < 0
            ? $"{name} == {SystemDocuments.Quote(pattern)}"
            : $"glob({SystemDocuments.Quote(pattern)}, {name})";

    private static string? Size(string condition)
    {
        var length = condition.AsSpan().IndexOfAnyExcept("<>= ");
        var op = condition[..Math.Max(length, 0)].Trim();
        return length >= 0 && ByteCount.Parse(condition[length..].Trim()) is { } bytes
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"disk.size {(op.Length == 0 ? "==" : op)} {decimal.Truncate(bytes):0}u"
            )
            : null;
    }
}
