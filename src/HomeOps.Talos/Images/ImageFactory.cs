using HomeOps.Talos.Model;

namespace HomeOps.Talos;

/// <summary>Where images come from: an image factory, and how its addresses are made. Templates are Go's, see docs/talos.md.</summary>
public sealed record ImageFactory
{
    /// <summary>Host of the factory, possibly with a port.</summary>
    public string Registry { get; init; } = "factory.talos.dev";

    /// <summary>Where schematics are posted.</summary>
    public string SchematicEndpoint { get; init; } = "/schematics";

    /// <summary>How the factory is spoken to.</summary>
    public string Protocol { get; init; } = "https";

    /// <summary>The address of an installer image (talhelper, defaults.go).</summary>
    public string InstallerTemplate { get; init; } =
        "{{.RegistryURL}}/{{.Mode}}-installer{{if .Secureboot}}-secureboot{{end}}/{{.ID}}:{{.Version}}";

    /// <summary>The address of an image to boot from.</summary>
    public string ImageTemplate { get; init; } =
        "{{.Protocol}}://{{.RegistryURL}}/image/{{.ID}}/{{.Version}}/{{.Mode}}-{{.Arch}}"
        + "{{if .Secureboot}}-secureboot{{end}}{{if and .Secureboot .UseUKI}}-uki.efi{{else}}{{.Suffix}}{{end}}";

    /// <summary>Where a schematic is posted, so that the factory can make its images.</summary>
    public string SchematicAddress => $"{Protocol}://{Registry}{SchematicEndpoint}";

    /// <summary>What <c>imageFactory</c> of talconfig.yaml says; what it does not say is as usual.</summary>
    internal static ImageFactory Of(ConfigStruct? value)
    {
        var usual = new ImageFactory();
        return value is null
            ? usual
            : new ImageFactory
            {
                Registry = Given("registryURL") ?? usual.Registry,
                SchematicEndpoint = Given("schematicEndpoint") ?? usual.SchematicEndpoint,
                Protocol = Given("protocol") ?? usual.Protocol,
                InstallerTemplate = Given("installerURLTmpl") ?? usual.InstallerTemplate,
                ImageTemplate = Given("ISOURLTmpl") ?? Given("imageURLTmpl") ?? usual.ImageTemplate,
            };

        string? Given(string key) => value.Text(key) is { Length: > 0 } text ? text : null;
    }
}
