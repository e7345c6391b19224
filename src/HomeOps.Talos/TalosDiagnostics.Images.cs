using HomeOps.Talos.Rules;
using HomeOps.Text;

namespace HomeOps.Talos;

internal static partial class TalosDiagnostics
{
    public static Diagnostic ImageTemplate(string key, string problem, Location? at) =>
        Error(
            "HO1550",
            $"'imageFactory.{key}' cannot be carried out: {problem}",
            at,
            "it may use .RegistryURL, .ID, .Version, .Mode, .Secureboot and, for images, .Protocol, .Arch, .UseUKI, .BootMethod, .Suffix"
        );

    public static Diagnostic UnknownExtension(string name, MissingName missing, Location? at) =>
        Warning("HO1592", $"{Talos(missing)} no official extension '{name}'", at, MissingHint(missing));

    public static Diagnostic UnknownOverlay(string image, string name, MissingName missing, Location? at) =>
        Warning("HO1593", $"{Talos(missing)} no overlay '{name}' of the image '{image}'", at, MissingHint(missing));

    private static string Talos(MissingName missing) =>
        missing.Minor is { } minor ? $"Talos 1.{minor} has" : "there is";

    private static string MissingHint(MissingName missing)
    {
        var meant = missing.Meant is null ? "" : $"did you mean '{missing.Meant}'? ";
        var had = missing.Had is null ? "" : missing.Had + "; ";
        return $"{meant}{had}if the factory has it, 'noSchematicValidate: true' of the node says so";
    }
}
