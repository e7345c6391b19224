using HomeOps.Talos.Images;
using HomeOps.Text;

namespace HomeOps.Talos.Tests.Rules;

/// <summary>Names of extensions and overlays (talos.md 1.9): unknown ones are a warning with the nearest known one, never an error.</summary>
public sealed class SchematicRulesTests
{
    [Theory]
    [InlineData(
        "siderolabs/zsf",
        "v1.13.9",
        "HO1592: Talos 1.13 has no official extension 'siderolabs/zsf'",
        "did you mean 'siderolabs/zfs'? if the factory has it, 'noSchematicValidate: true' of the node says so"
    )]
    [InlineData(
        "zfs",
        "v1.13.9",
        "HO1592: Talos 1.13 has no official extension 'zfs'",
        "did you mean 'siderolabs/zfs'? if the factory has it, 'noSchematicValidate: true' of the node says so"
    )]
    [InlineData(
        "siderolabs/i915-ucode",
        "v1.13.9",
        "HO1592: Talos 1.13 has no official extension 'siderolabs/i915-ucode'",
        "Talos 1.4 to 1.9 had it; if the factory has it, 'noSchematicValidate: true' of the node says so"
    )]
    [InlineData(
        "acme/anything-else",
        "v1.99.0",
        "HO1592: there is no official extension 'acme/anything-else'",
        "if the factory has it, 'noSchematicValidate: true' of the node says so"
    )]
    public void An_unknown_extension_is_a_warning(string name, string talos, string finding, string hint)
    {
        var found = Findings(
            $"schematic: {{customization: {{systemExtensions: {{officialExtensions: [{name}]}}}}}}",
            talos
        );
        var warning = found.Single(static f => f.Code == "HO1592");
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Equal(finding, $"{warning.Code}: {warning.Message}");
        Assert.Equal(hint, warning.Hint);
    }

    [Theory]
    [InlineData(
        "{image: siderolabs/sbc-rockchip, name: turingrk}",
        "HO1593: Talos 1.13 has no overlay 'turingrk' of the image 'siderolabs/sbc-rockchip'",
        "did you mean 'siderolabs/sbc-rockchip turingrk1'? if the factory has it, 'noSchematicValidate: true' of the node says so"
    )]
    [InlineData(
        "{image: siderolabs/sbc-jetson, name: rpi_generic}",
        "HO1593: Talos 1.13 has no overlay 'rpi_generic' of the image 'siderolabs/sbc-jetson'",
        "did you mean 'siderolabs/sbc-raspberrypi rpi_generic'? if the factory has it, 'noSchematicValidate: true' of the node says so"
    )]
    public void So_is_an_unknown_overlay(string overlay, string finding, string hint)
    {
        var warning = Assert.Single(Findings($"schematic: {{overlay: {overlay}}}"));
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Equal(finding, $"{warning.Code}: {warning.Message}");
        Assert.Equal(hint, warning.Hint);
    }

    [Theory]
    [InlineData(
        "schematic: {customization: {systemExtensions: {officialExtensions: [siderolabs/zfs, siderolabs/i915]}}}"
    )]
    [InlineData("schematic: {overlay: {image: siderolabs/sbc-raspberrypi, name: rpi_5}}")]
    [InlineData(
        "noSchematicValidate: true\nschematic: {customization: {systemExtensions: {officialExtensions: [mine]}}}"
    )]
    [InlineData("noSchematicValidate: true\nschematic: {overlay: {image: mine, name: mine}}")]
    public void Nothing_is_said_of_known_names_or_when_nobody_wants_to_know(string node) =>
        Assert.Empty(Findings(node));

    [Fact]
    public void Twice_is_an_error_whatever_the_name()
    {
        var node =
            "noSchematicValidate: true\nschematic: {customization: {systemExtensions: {officialExtensions: [mine, mine]}}}";
        Assert.Equal("HO0877", Assert.Single(Findings(node)).Code);
    }

    [Fact]
    public void The_list_has_what_every_release_has_and_no_name_twice()
    {
        Assert.Contains(("siderolabs/zfs", 5, OfficialImages.Newest), OfficialImages.Extensions);
        Assert.Equal(
            OfficialImages.Extensions.Count,
            OfficialImages.Extensions.DistinctBy(static e => e.Name, StringComparer.Ordinal).Count()
        );
        Assert.True(OfficialImages.Extensions.Count > 80, "extensions are missing");
        Assert.True(OfficialImages.Overlays.Count > 25, "overlays are missing");
    }

    private static IReadOnlyList<Diagnostic> Findings(string node, string talos = "v1.13.9") =>
        Workbench.Run(Workbench.Talconfig(node: node, talos: talos)).Diagnostics;
}
