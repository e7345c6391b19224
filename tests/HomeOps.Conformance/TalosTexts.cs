using HomeOps.Talos;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Conformance;

/// <summary>What the kinds of the talos corpus have in common.</summary>
internal static class TalosTexts
{
    public static SourceText Load(string path) => new(Path.GetFileName(path), File.ReadAllText(path));

    /// <summary>The config as Talos writes it, or the findings.</summary>
    public static (string? Text, string Problem) Write(SourceText source)
    {
        var (config, diagnostics) = MachineConfig.Read(source);
        return diagnostics.Count > 0 ? (null, string.Join('\n', diagnostics)) : (config.ToYaml(YamlProfile.Talos), "");
    }

    /// <summary>The first lines that differ, or null when the texts are equal.</summary>
    public static string? Difference(string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }

        var (a, b) = (expected.Split('\n'), actual.Split('\n'));
        var at = 0;
        while (at < a.Length && at < b.Length && a[at] == b[at])
        {
            at++;
        }

        return $"line {at + 1}\n"
            + string.Join('\n', a.Skip(at).Take(8).Select(static l => "- " + l[..Math.Min(l.Length, 100)]))
            + "\n"
            + string.Join('\n', b.Skip(at).Take(8).Select(static l => "+ " + l[..Math.Min(l.Length, 100)]));
    }
}
