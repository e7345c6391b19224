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
}
