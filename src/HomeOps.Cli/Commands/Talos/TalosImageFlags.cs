using System.CommandLine;
using HomeOps.Talos;

namespace HomeOps.Cli.Commands;

/// <summary>The options that say which image is meant where there is no talconfig.yaml, with talhelper's names.</summary>
internal sealed class TalosImageFlags(bool isInstaller)
{
    private readonly Option<string> registry = Text("--registry-url", "-r", "The image factory", "factory.talos.dev");
    private readonly Option<string> version = Text(
        "--version",
        "-v",
        "The version of Talos",
        GenConfigInput.NewestTalos
    );
    private readonly Option<string[]> extensions = new("--extension")
    {
        Description = "An official extension; may be repeated",
    };
    private readonly Option<string[]> kernelArgs = new("--kernel-arg", "-k")
    {
        Description = "An argument of the kernel; may be repeated",
    };
    private readonly Option<string> mode = Text("--talos-mode", "-m", "The platform", "metal");
    private readonly Option<bool> secureboot = new("--secure-boot") { Description = "An image for Secure Boot" };
    private readonly Option<string?> customization = new("--customization-file")
    {
        Description = "A file with the schematic; talconfig.yaml is not read then",
        HelpName = "file",
    };

    private readonly Option<bool> offline = new("--offline-mode")
    {
        Description = "Taken for talhelper's sake: ids of schematics are always computed here",
    };

    private readonly Option<string> arch = Text("--arch", "-a", "amd64 or arm64", "amd64");
    private readonly Option<bool> useUki = new("--use-uki")
    {
        Description = "A unified kernel image, with --secure-boot",
    };
    private readonly Option<string> bootMethod = Text("--boot-method", null, "iso, disk-image or pxe", "iso");
    private readonly Option<string> suffix = Text("--suffix", null, "The ending of the file, as raw.xz", "");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        bootMethod.AcceptOnlyFromAmong("iso", "disk-image", "pxe");
        Option[] common = [registry, version, extensions, kernelArgs, mode, secureboot, customization, offline];
        foreach (var option in isInstaller ? common : [.. common, arch, useUki, bootMethod, suffix])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    public Values Read(ParseResult parsed)
    {
        var spec = new ImageSpec("", "v" + (parsed.GetValue(version) ?? "").TrimStart('v'))
        {
            Mode = parsed.GetValue(mode) ?? "metal",
            Secureboot = parsed.GetValue(secureboot),
        };
        return new Values(
            isInstaller
                ? spec
                : spec with
                {
                    Arch = parsed.GetValue(arch) ?? "amd64",
                    UseUki = parsed.GetValue(useUki),
                    BootMethod = parsed.GetValue(bootMethod) ?? "iso",
                    Suffix = parsed.GetValue(suffix) ?? "",
                },
            parsed.GetValue(registry) ?? "",
            parsed.GetValue(extensions) ?? [],
            parsed.GetValue(kernelArgs) ?? [],
            parsed.GetValue(customization)
        );
    }

    private static Option<string> Text(string name, string? letter, string description, string usual) =>
        new(name, letter is null ? [] : [letter]) { Description = description, DefaultValueFactory = _ => usual };

    /// <summary>What the options say; the id of the schematic is still to be put in.</summary>
    internal sealed record Values(
        ImageSpec Spec,
        string Registry,
        IReadOnlyList<string> Extensions,
        IReadOnlyList<string> KernelArgs,
        string? CustomizationFile
    );
}
