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
}
