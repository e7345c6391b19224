using HomeOps.Text;

namespace HomeOps.Cluster.Tests.Checking;

/// <summary>
/// What passed its checks is not looked at again, and everything that the checks depend on makes them look again. Whether they did is
/// seen by the age of the memory's file: a run that looks and finds nothing writes it anew.
/// </summary>
public sealed class PassedChecksTests
{
    private static readonly DateTime Old = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_same_content_is_not_looked_at_again()
    {
        using var scratch = Passed();

        Assert.True(IsRemembered(scratch, static r => r));
        // What has nothing to do with the checks.
        scratch.Write("home/notes.txt", "new");
        Assert.True(IsRemembered(scratch, static r => r with { Environment = Variables("OTHER", "x") }));
        // The memory holds names, no content.
        Assert.DoesNotContain("sysctls", File.ReadAllText(MemoryFile(scratch)), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_the_checks_depend_on_makes_them_look_again()
    {
        using var scratch = Passed();

        scratch.Write("home/talos/patches/mine.yaml", "machine:\n  sysctls:\n    a: c\n");
        Assert.False(IsRemembered(scratch, static r => r));
        scratch.Write("home/templates/kubernetes/a.yaml", "a: 1\n");
        Assert.False(IsRemembered(scratch, static r => r));
        Assert.False(IsRemembered(scratch, static r => r with { Environment = Variables("NAME", "other") }));
        Assert.False(IsRemembered(scratch, static r => r with { Environment = Variables("NAME", "third") }));
        Assert.False(IsRemembered(scratch, static r => r with { Memory = r.Memory! with { Program = "2" } }));
        File.Delete(scratch["home/age.key"]);
        Assert.False(IsRemembered(scratch, static r => r with { CreateKeys = true, Random = Other }));
        scratch.Write("home/kubernetes/own.yaml", "b: 1\n");
        Assert.False(IsRemembered(scratch, static r => r));
        Assert.True(IsRemembered(scratch, static r => r));
    }

    [Fact]
    public void A_mistake_is_found_after_a_run_without_one()
    {
        using var scratch = Passed();
        scratch.Write("home/talos/patches/mine.yaml", "machine:\n  sysctl:\n    a: b\n");

        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(
                "talos/patches/mine.yaml:2:3: error HO0802: Talos knows no key 'sysctl' in 'machine'",
                Assert
                    .Single(Configure.Run(Request(scratch)).Findings, static f => f.Severity == Severity.Error)
                    .ToString()
            );
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("homeops: what the checks looked at when they found nothing, 1\n")]
    [InlineData("homeops: what the checks looked at when they found nothing, 1\n\nfind ../../x\nread /etc/passwd\n")]
    [InlineData("homeops: what the checks looked at when they found nothing, 1\nabc\nask what\n")]
    [InlineData("homeops: what the checks looked at when they found nothing, 2\n")]
    public void A_memory_that_says_nothing_is_made_again(string text)
    {
        using var scratch = Passed();
        File.WriteAllText(MemoryFile(scratch), text);

        Assert.False(IsRemembered(scratch, static r => r));
        Assert.True(IsRemembered(scratch, static r => r));
    }

    [Fact]
    public void A_run_that_writes_nothing_remembers_nothing_either()
    {
        using var scratch = Project();

        Configure.Run(Request(scratch) with { DryRun = true });
        Configure.Run(Request(scratch) with { Check = true });

        Assert.False(Directory.Exists(scratch["memory"]));
    }

    [Fact]
    public void Nothing_is_remembered_in_the_repository_itself_or_where_nothing_can_be_written()
    {
        using var scratch = Project();
        scratch.Write("file", "");
        Configure.Run(Request(scratch) with { Memory = new CheckMemory(scratch["home/.cache"], "1") });
        var report = Configure.Run(Request(scratch) with { Memory = new CheckMemory(scratch["file/memory"], "1") });

        Assert.Equal(ConfigureOutcome.Unchanged, report.Outcome);
        Assert.DoesNotContain(report.Findings, static f => f.Severity == Severity.Error);
        Assert.False(Directory.Exists(scratch["home/.cache"]));
    }

    private static bool IsRemembered(Scratch scratch, Func<ConfigureRequest, ConfigureRequest> change)
    {
        File.SetLastWriteTimeUtc(MemoryFile(scratch), Old);
        var report = Configure.Run(change(Request(scratch)));
        Assert.DoesNotContain(report.Findings, static f => f.Severity == Severity.Error);
        return File.GetLastWriteTimeUtc(MemoryFile(scratch)) == Old;
    }

    private static string MemoryFile(Scratch scratch) => Assert.Single(Directory.GetFiles(scratch["memory"]));

    private static Dictionary<string, string> Variables(string name, string value) => new() { [name] = value };

    private static void Other(Span<byte> bytes) => bytes.Fill(7);

    private static ConfigureRequest Request(Scratch scratch) =>
        scratch.Request("home") with
        {
            Memory = new CheckMemory(scratch["memory"], "1"),
        };

    private static Scratch Passed()
    {
        var scratch = Project();
        Assert.Equal(ConfigureOutcome.Written, Configure.Run(Request(scratch) with { CreateKeys = true }).Outcome);
        return scratch;
    }

    private static Scratch Project() =>
        TalosProject.Make(
            """
            clusterName: ${NAME:-home}
            talosVersion: v1.13.9
            kubernetesVersion: v1.36.4
            endpoint: https://10.0.0.50:6443
            nodes:
              - {hostname: control0, ipAddress: 10.0.0.10, controlPlane: true, installDisk: /dev/sda}
            patches: ["@./patches/mine.yaml"]

            """
        );
}
