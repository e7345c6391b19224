using HomeOps.Text;

namespace HomeOps.Talos.Tests.Nodes;

/// <summary>Ids of the image factory: SHA-256 of the canonical text (image-factory, schematic.go).</summary>
public sealed class SchematicTests
{
    [Fact]
    public void The_empty_schematic_has_its_known_id()
    {
        Assert.Equal("customization: {}\n", Schematic.Empty.ToYaml());
        Assert.Equal("376567988ad370138ad8b2698212367b8edcb69b5fd68c80be1f2ec7d603b4ba", Schematic.Empty.Id);
    }

    [Theory]
    [InlineData(
        "customization:\n  systemExtensions:\n    officialExtensions: [b/x, a/y]",
        "customization:\n    systemExtensions:\n        officialExtensions:\n            - b/x\n            - a/y\n"
    )]
    [InlineData(
        "customization: {meta: [{value: v, key: 10}], extraKernelArgs: [a=b]}",
        "customization:\n    extraKernelArgs:\n        - a=b\n    meta:\n        - key: 10\n          value: v\n"
    )]
    [InlineData(
        "customization: {}\noverlay: {name: rpi, image: i}",
        "overlay:\n    image: i\n    name: rpi\ncustomization: {}\n"
    )]
    [InlineData("overlay: {}", "customization: {}\n")]
    [InlineData("customization: {secureboot: {includeWellKnownCertificates: false}}", "customization: {}\n")]
    public void The_text_is_canonical(string text, string expected) =>
        Assert.Equal(expected, Schematic.Read(new SourceText("s", text)).Schematic?.ToYaml());

    [Fact]
    public void An_unknown_key_is_an_error() =>
        Assert.Equal(
            "HO0802",
            Assert.Single(Schematic.Read(new SourceText("s", "customisation: {}")).Diagnostics).Code
        );
}
