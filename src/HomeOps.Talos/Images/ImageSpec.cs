using HomeOps.Helm.Templates;
using HomeOps.Talos.Model;

namespace HomeOps.Talos;

/// <summary>Which image of a factory is meant.</summary>
/// <param name="SchematicId">What it is made of: <see cref="Schematic.Id"/>.</param>
/// <param name="Version">The version of Talos, with <c>v</c>.</param>
public sealed record ImageSpec(string SchematicId, string Version)
{
    /// <summary>The platform, e.g. <c>metal</c>.</summary>
    public string Mode { get; init; } = "metal";

    /// <summary><c>amd64</c> or <c>arm64</c>.</summary>
    public string Arch { get; init; } = "amd64";

    /// <summary>Whether it is signed for Secure Boot.</summary>
    public bool Secureboot { get; init; }

    /// <summary>Whether a unified kernel image is wanted instead of an ISO; with Secure Boot only.</summary>
    public bool UseUki { get; init; }

    /// <summary><c>iso</c>, <c>disk-image</c> or <c>pxe</c>.</summary>
    public string BootMethod { get; init; } = "iso";

    /// <summary>The ending without dot, e.g. <c>raw.xz</c>; empty for the usual one of the boot method.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The address of the installer; null and why when the factory's template cannot be carried out.</summary>
    public (string? Address, string Problem) Installer(ImageFactory factory) =>
        Render(factory.InstallerTemplate, factory);

    /// <summary>The address of the image to boot from; null and why when the factory's template cannot be carried out.</summary>
    public (string? Address, string Problem) Image(ImageFactory factory) => Render(factory.ImageTemplate, factory);

    /// <summary>What talconfig.yaml says of a node.</summary>
    internal static ImageSpec Of(ConfigStruct node, Schematic schematic, string version)
    {
        var spec = node.Struct("machineSpec");
        return new ImageSpec(schematic.Id, version)
        {
            Mode = Given("mode", "metal"),
            Arch = Given("arch", "amd64"),
            Secureboot = spec?.Bool("secureboot") == true,
            UseUki = spec?.Bool("useUKI") == true,
            BootMethod = Given("bootMethod", "iso"),
            Suffix = Given("imageSuffix", ""),
        };

        string Given(string key, string usual) => spec?.Text(key) is { Length: > 0 } text ? text : usual;
    }

    private (string? Address, string Problem) Render(string template, ImageFactory factory)
    {
        var fields = new TemplateFields(
            ("Protocol", factory.Protocol),
            ("RegistryURL", factory.Registry),
            ("ID", SchematicId),
            ("Version", Version),
            ("Mode", Mode),
            ("Arch", Arch),
            ("Secureboot", Secureboot),
            ("UseUKI", UseUki),
            ("BootMethod", BootMethod),
            ("Suffix", Ending)
        );
        var address = GoTemplate.Render(template, fields, out var problem);
        return (address, problem is null ? "" : $"'{problem.Expression}': {problem.Reason}");
    }

    // talhelper writes .raw.zxt, which no factory has (talos.md 1.2).
    private string Ending =>
        Suffix.Length > 0
            ? "." + Suffix
            : BootMethod switch
            {
                "disk-image" => ".raw.zst",
                "pxe" => "",
                _ => Secureboot && UseUki ? ".efi" : ".iso",
            };
}
