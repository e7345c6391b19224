using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>Findings of the commands about Flux's tree.</summary>
internal static class FluxCommandDiagnostics
{
    public static Diagnostic NoSuchKustomization(string name, IEnumerable<string> names) =>
        Diagnostic.Error(
            "HO0938",
            $"there is no Kustomization '{name}'",
            hint: Spelling.Nearest(name, names) is { } nearest
                ? $"did you mean '{nearest}'?"
                : "see `homeops get ks` for all of them"
        );

    public static Diagnostic ChartFlags(IReadOnlyCollection<string> flags) =>
        Diagnostic.Note(
            "HO1614",
            $"charts are not rendered yet, so {Names(flags)} {Have(flags)} no effect",
            hint: "of HelmReleases the references and the merged values are checked"
        );

    public static Diagnostic FlagsWithoutEffect(IReadOnlyCollection<string> flags) =>
        Diagnostic.Note("HO1615", $"{Names(flags)} {Have(flags)} no effect here");

    public static Diagnostic SourceElsewhere(string source, string folder) =>
        Diagnostic.Warning(
            "HO1616",
            $"source '{source}' is mapped to '{folder}', which is not the repository: its Kustomizations are not built",
            hint: "name the source alone when it is the repository itself"
        );

    public static Diagnostic BadSelector(string text) =>
        Diagnostic.Error("HO1617", $"'{text}' is no label selector", hint: "write name=value,other!=value");

    public static Diagnostic NoKey(string folder) =>
        Diagnostic.Error(
            "HO1618",
            "there is no age key to decrypt with",
            hint: $"put age.key into {folder}, or name one in SOPS_AGE_KEY_FILE"
        );

    public static Diagnostic NoSuchNamespace(string name, List<string> known) =>
        Diagnostic.Error(
            "HO1665",
            $"nothing that Flux applies is in namespace '{name}'",
            hint: Spelling.Nearest(name, known) is { } nearest
                ? $"did you mean '{nearest}'?"
                : $"there are {string.Join(", ", known.Take(MostNamed))}{(known.Count > MostNamed ? $" and {known.Count - MostNamed} more" : "")}"
        );

    private const int MostNamed = 12;

    public static Diagnostic EntryTaken(string folder) =>
        Diagnostic.Note("HO1676", $"Flux's folder is taken to be {folder}", hint: "name another with --path");

    public static Diagnostic NotTheEntry(string given, string usual) =>
        Diagnostic.Error(
            "HO1677",
            $"'{given}' is the root of the repository, which is not what Flux applies first",
            hint: $"say --path {usual}"
        );

    private static string Names(IReadOnlyCollection<string> flags) => string.Join(", ", flags);

    private static string Have(IReadOnlyCollection<string> flags) => flags.Count == 1 ? "has" : "have";
}
