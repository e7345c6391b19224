using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>What is wrong with the secrets of a repository, one method for each mistake.</summary>
internal static class SopsCheckDiagnostics
{
    public static Diagnostic NotEncrypted(string path, int? rule) =>
        Diagnostic.Error(
            "HO0680",
            rule is { } number
                ? $"'{path}' is not encrypted, but rule {number} covers it"
                : $"'{path}' is named as an encrypted file, but is not",
            Location.OfFile(path),
            $"homeops secrets encrypt --in-place {path}"
        );

    public static Diagnostic PlainValue(string key, Location at) =>
        Diagnostic.Error(
            "HO0681",
            $"the value of '{key}' is plain, but the file's settings say it is encrypted",
            at,
            "it was added by hand: take it out, and add it with 'homeops secrets set' or 'homeops secrets edit'. Treat the value as leaked if it was pushed"
        );

    public static Diagnostic RecipientsDiffer(
        string path,
        int rule,
        IReadOnlyList<string> missing,
        IReadOnlyList<string> extra,
        Location at
    )
    {
        var parts = new List<string>();
        if (missing.Count > 0)
        {
            parts.Add($"lacks {string.Join(", ", missing.Select(SopsDiagnostics.Shorten))}");
        }

        if (extra.Count > 0)
        {
            parts.Add($"still has {string.Join(", ", extra.Select(SopsDiagnostics.Shorten))}");
        }

        return Diagnostic.Error(
            "HO0682",
            $"the recipients of '{path}' differ from rule {rule}, which covers it: it {string.Join(" and ", parts)}",
            at,
            $"homeops secrets updatekeys {path}"
        );
    }

    public static Diagnostic SettingsDiffer(string path, string file, int number, string rule, Location at) =>
        Diagnostic.Warning(
            "HO0683",
            $"'{path}' encrypts by '{file}', but rule {number}, which covers it, says '{rule}'",
            at,
            "a rule only says how new files are made; decrypt the file and encrypt it again to follow the rule"
        );

    public static Diagnostic NoAgeKeyEntry(string name, string? nearest, Location at) =>
        Diagnostic.Error(
            "HO0684",
            $"Flux finds no key in the Secret '{name}': none of its entries ends in '.agekey'",
            at,
            nearest is null ? "name the entry 'age.agekey'" : $"rename '{nearest}' to 'age.agekey'"
        );

    public static Diagnostic NotString(string key, string type, Location at) =>
        Diagnostic.Error(
            "HO0685",
            $"'{key}' is no string ({type}), but the values of a Secret are, so the API server will refuse it",
            at,
            "put the value in quotes"
        );

    public static Diagnostic NoRule(string path) =>
        Diagnostic.Warning(
            "HO0686",
            $"'{path}' is encrypted, but no creation rule covers it",
            Location.OfFile(path),
            "its recipients follow no rule; add one whose path_regex finds something in that path"
        );
}
