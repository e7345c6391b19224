using System.Text.Json;

namespace HomeOps.Cli.Tests;

public sealed class DoctorCommandTests
{
    [Fact]
    public void Each_check_is_a_line_and_its_remedy_stands_below()
    {
        using var world = new TestWorld();

        Assert.Equal(1, world.Run("doctor"));

        Assert.Contains("failed   cluster.yaml ", world.Output, StringComparison.Ordinal);
        Assert.Contains("`homeops init` writes a sample\n", world.Output, StringComparison.Ordinal);
        Assert.Contains("note     KUBECONFIG ", world.Output, StringComparison.Ordinal);
        Assert.Equal("", world.Error);
    }

    [Fact]
    public void The_report_for_programs_has_every_check()
    {
        using var world = new TestWorld();
        world.Run("init", "--domain", "example.com", "--repository", "me/cluster", "--age-key", "classic");

        Assert.Equal(1, world.Run("doctor", "--output", "json"));

        using var report = JsonDocument.Parse(world.Output);
        var states = report
            .RootElement.GetProperty("checks")
            .EnumerateArray()
            .ToDictionary(
                static c => c.GetProperty("name").GetString() ?? "",
                static c => c.GetProperty("state").GetString(),
                StringComparer.Ordinal
            );
        Assert.Equal("good", states["age.key"]);
        Assert.Equal("failed", states["cloudflare-tunnel.json"]);
        Assert.Equal("good", states[".gitignore"]);
        Assert.Equal("note", states["TALOSCONFIG"]);
        Assert.DoesNotContain("AGE-SECRET-KEY", world.Output, StringComparison.Ordinal);
    }
}
