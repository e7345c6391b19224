using HomeOps.Files;
using HomeOps.Testing;

namespace HomeOps.Cluster.Tests.Examining;

public sealed class DoctorTests
{
    [Fact]
    public void A_configured_repository_is_in_order()
    {
        using var scratch = new Scratch();
        scratch.Home();
        Directory.CreateDirectory(scratch["person"]);

        var report = Doctor.Run(Request(scratch, "home") with { GitVersion = "git version 2.47.3\n" });

        Assert.Equal(0, report.ExitCode);
        Golden.Verify("good.expected.txt", Printed(report));
    }

    [Fact]
    public void An_empty_folder_lacks_everything_and_each_check_says_what_to_do()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch["home"]);
        scratch.Write("person/.config/sops/age/keys.txt", "");

        var report = Doctor.Run(Request(scratch, "home"));

        Assert.Equal(1, report.ExitCode);
        Golden.Verify("empty.expected.txt", Printed(report));
    }

    [Fact]
    public void An_exposed_key_and_rules_for_another_key_are_found()
    {
        using var scratch = new Scratch();
        scratch.Home();
        File.SetUnixFileMode(scratch["home/age.key"], MemoryFile.DefaultMode);
        scratch.Write("home/.sops.yaml", "creation_rules:\n  - age: age1other\n");
        scratch.Write("home/.gitignore", "*.key\n");

        var report = Doctor.Run(Request(scratch, "home"));

        Golden.Verify("exposed.expected.txt", Printed(report));
    }

    [Fact]
    public void A_key_file_without_a_key_is_found()
    {
        using var scratch = new Scratch();
        scratch.Write("home/age.key", "# nothing\n");

        Assert.Contains(
            new DoctorCheck(
                "age.key",
                DoctorState.Failed,
                "holds no age identity",
                "it needs a line that begins with AGE-SECRET-KEY-; restore it from your backup"
            ),
            Doctor.Run(Request(scratch, "home")).Checks
        );
    }

    private static DoctorRequest Request(Scratch scratch, string folder) =>
        new() { Folder = scratch[folder], Home = scratch["person"] };

    private static string Printed(DoctorReport report) =>
        string.Concat(
            report.Checks.Select(static c =>
                $"{c.State, -7} {c.Name}: {c.Text}\n" + (c.Remedy is null ? "" : $"        {c.Remedy}\n")
            )
        );
}
