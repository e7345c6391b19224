using HomeOps.Sops;

namespace HomeOps.Conformance;

/// <summary>Which recipients and settings a .sops.yaml gives a path.</summary>
internal static class SopsConfigVectors
{
    public static string? Run(SopsVector vector)
    {
        // Two configurations: the one of the working directory wins, whatever stands beside the file.
        var outer = vector.Has("outer.sops.yaml");
        var path = outer ? "sub/a.yaml" : vector.Text("path") ?? "";
        var source = vector.Source(outer ? "outer.sops.yaml" : "sops.yaml");
        CreationRule? rule = null;
        var exit = 0;
        var message = "";
        try
        {
            rule = SopsConfig.Parse(source).RequireRule(path);
        }
        catch (SopsException exception)
        {
            exit = exception.Diagnostic.Code == "HO0657" ? 4 : SopsExit.Of(exception.Failure);
            message = exception.Message;
        }

        var expectedExit = vector.Expected.TryGetProperty("exit", out var code) ? code.GetInt32() : 0;
        if (exit != expectedExit)
        {
            return $"exit {exit}, expected {expectedExit}; {message}";
        }

        return rule is null ? null : Compare(vector, rule);
    }

    private static string? Compare(SopsVector vector, CreationRule rule)
    {
        var expected = Strings(vector, "recipients");
        var actual = rule.Recipients.Select(static r => r.ToString() ?? "").ToList();
        if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
        {
            return $"recipients {string.Join(", ", actual)}; expected {string.Join(", ", expected)}";
        }

        if (!vector.Expected.TryGetProperty("selectors", out _))
        {
            return null;
        }

        List<string> settings =
        [
            rule.Selector.Name ?? "",
            .. rule.MacOnlyEncrypted ? ["mac_only_encrypted"] : Array.Empty<string>(),
        ];
        var wanted = Strings(vector, "selectors");
        return wanted
            .Order(StringComparer.Ordinal)
            .SequenceEqual(settings.Order(StringComparer.Ordinal), StringComparer.Ordinal)
            ? null
            : $"settings {string.Join(", ", settings)}; expected {string.Join(", ", wanted)}";
    }

    private static List<string> Strings(SopsVector vector, string name) =>
        [.. vector.Expected.GetProperty(name).EnumerateArray().Select(static s => s.GetString() ?? "")];
}
