using System.CommandLine;
using System.Text;
using HomeOps.Files;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets install-hooks</c>: lets git refuse plain secrets and merge encrypted files.</summary>
internal static class SecretsInstallHooksCommand
{
    private const string Call = "homeops secrets check --staged";
    private const string Hook = $"#!/bin/sh\n# Refuses commits with plain secrets.\nexec {Call}\n";
    private const string Attribute = "*.sops.* merge=homeops-sops";

    private const UnixFileMode Runnable =
        MemoryFile.PrivateMode
        | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherExecute;

    private static int Run(World world) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                var git = new SecretsGit(world);
                var top = git.Top(world.WorkingFolder);
                var hooks = git.Hooks(world.WorkingFolder);
                var hook = Path.Join(hooks, "pre-commit");
                if (File.Exists(hook) && !File.ReadAllText(hook).Contains(Call, StringComparison.Ordinal))
                {
                    return new FindingsPrinter(world.Terminal).Print([SecretsDiagnostics.HookExists(hook)]);
                }

                if (!File.Exists(hook))
                {
                    Directory.CreateDirectory(hooks);
                    OutputFile.Write(hook, Encoding.UTF8.GetBytes(Hook), Runnable);
                }

                git.Configure(top, "merge.homeops-sops.name", "SOPS files, value by value");
                git.Configure(top, "merge.homeops-sops.driver", "homeops secrets merge-driver %O %A %B %P");
                AddAttribute(Path.Join(top, ".gitattributes"));
                world.Terminal.Out.WriteLine($"pre-commit check: {Path.GetRelativePath(world.WorkingFolder, hook)}");
                world.Terminal.Out.WriteLine($"merge driver: {Attribute} in .gitattributes");
                return ExitCode.Done;
            }
        );

    private static void AddAttribute(string path)
    {
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        if (text.Split('\n').Contains(Attribute, StringComparer.Ordinal))
        {
            return;
        }

        var end = text.Length == 0 || text.EndsWith('\n') ? "" : "\n";
        OutputFile.Write(
            path,
            Encoding.UTF8.GetBytes($"{text}{end}{Attribute}\n"),
            MemoryFile.PrivateMode | UnixFileMode.GroupRead | UnixFileMode.OtherRead
        );
    }

    public static Command Create(World world)
    {
        var command = new ExampleCommand("install-hooks", "Let git refuse plain secrets and merge encrypted files")
        {
            Examples = [("homeops secrets install-hooks", "once in each clone")],
        };
        command.SetAction(_ => Run(world));
        return command;
    }
}
