using System.Text;
using HomeOps.Text;

namespace HomeOps.Talos;

/// <summary>
/// Says for each node which patch set which key last and what it took the place of. Make the nodes with
/// <see cref="GenConfigOptions.TracesPatches"/>, else there is nothing to say. Values are never part of it, since they may be secret.
/// <code>
/// control0, control1:
///   machine.sysctls.vm.swappiness  talos/patches/sysctls.yaml:3, over talos/patches/base.yaml:7
///   cluster.apiServer.admissionControl  removed by talos/patches/admission.yaml:2, over a default
/// </code>
/// </summary>
public static class PatchReport
{
    /// <summary>The report; nodes that were patched alike stand together. Empty when no patch changed anything.</summary>
    public static string Text(IReadOnlyList<GeneratedNode> nodes)
    {
        var text = new StringBuilder();
        foreach (var alike in nodes.GroupBy(static n => Lines(n.Patched)).Where(static g => g.Key.Length > 0))
        {
            text.Append(string.Join(", ", alike.Select(static n => n.Hostname))).Append(":\n").Append(alike.Key);
        }

        return text.ToString();
    }

    private static string Lines(IReadOnlyList<PatchedKey> keys)
    {
        var text = new StringBuilder();
        foreach (var key in keys)
        {
            text.Append("  ");
            if (key.Document != "v1alpha1")
            {
                text.Append(key.Document).Append(": ");
            }

            text.Append(key.Path).Append("  ").Append(key.IsRemoved ? "removed by " : "").Append(Place(key.By));
            string[] over = [.. key.Over.Select(Place), .. key.WasGenerated ? (string[])["a default"] : []];
            text.Append(over.Length == 0 ? "" : ", over ").AppendJoin(", ", over).Append('\n');
        }

        return text.ToString();
    }

    private static string Place(Location at) => $"{at.Path}:{at.Start.Line}";
}
