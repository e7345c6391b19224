namespace HomeOps.Talos.Tests.Rules;

/// <summary>Which Kubernetes goes with which Talos (talos.md 5.1): a warning outside, nothing inside; unknown versions never block.</summary>
public sealed class VersionRulesTests
{
    [Theory]
    [InlineData("v1.9.6", 27, 32)]
    [InlineData("v1.10.0", 28, 33)]
    [InlineData("v1.11.6", 29, 34)]
    [InlineData("v1.12.0", 30, 35)]
    [InlineData("v1.13.9", 31, 36)]
    [InlineData("v1.14.0", 32, 37)]
    public void A_version_of_Talos_takes_six_minors_of_Kubernetes(string talos, int from, int to)
    {
        for (var minor = from - 1; minor <= to + 1; minor++)
        {
            var result = Workbench.Run(
                Workbench.Talconfig(talos: talos).Replace("v1.36.4", $"v1.{minor}.0", StringComparison.Ordinal)
            );

            Assert.Equal(minor < from || minor > to ? ["HO0854"] : [], result.Diagnostics.Select(static f => f.Code));
            Assert.False(result.HasErrors);
        }
    }

    [Theory]
    [InlineData("v1.99.0", "v1.36.4")]
    [InlineData("v1.1.0", "v1.24.0")]
    [InlineData("v1.13.9", "v1.99.0")]
    public void Unknown_versions_warn_and_are_carried_out(string talos, string kubernetes)
    {
        var result = Workbench.Run(
            Workbench.Talconfig(talos: talos).Replace("v1.36.4", kubernetes, StringComparison.Ordinal)
        );

        Assert.Single(result.Diagnostics);
        Assert.False(result.HasErrors);
        Assert.NotEmpty(result.Files);
    }
}
