using System.CommandLine;
using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>
/// <c>homeops secrets merge-driver</c>: merges encrypted files for git, value by value. The result is always a sound encrypted file.
/// </summary>
internal static class SecretsMergeDriverCommand
{
    private static int Run(World world, string ancestor, string ours, string theirs, string? shown) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                var surroundings = new SopsSurroundings(world);
                using var keys = surroundings.Keys(surroundings.FindConfig(named: null));
                var name = shown ?? ours;
                var old = Version(world, ancestor, name);
                var merge = SopsFormat
                    .For(name)
                    .Merge(
                        old.Text.Length == 0 ? null : old,
                        Version(world, ours, name),
                        Version(world, theirs, name),
                        keys,
                        new SopsContext(world.Random, world.Clock)
                    );
                OutputFile.Write(world.Absolute(ours), Encoding.UTF8.GetBytes(merge.Text), MemoryFile.PrivateMode);
                return new FindingsPrinter(world.Terminal).Print([
                    .. merge.Conflicts.Select(path => SecretsDiagnostics.MergeConflict(name, path)),
                ]);
            }
        );

    private static SourceText Version(World world, string path, string name) =>
        new(name, Encoding.UTF8.GetString(InputFile.Read(world, path)));

    public static Command Create(World world)
    {
        var ancestor = new Argument<string>("ancestor") { Description = "%O: the version both came from" };
        var ours = new Argument<string>("ours") { Description = "%A: our version, which the result replaces" };
        var theirs = new Argument<string>("theirs") { Description = "%B: the other version" };
        var path = new Argument<string?>("path")
        {
            Description = "%P: the file's path in the repository",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new ExampleCommand("merge-driver", "Merge encrypted files for git (see install-hooks)")
        {
            Examples =
            [
                (
                    "git config merge.homeops-sops.driver 'homeops secrets merge-driver %O %A %B %P'",
                    "what install-hooks does, with a line '*.sops.* merge=homeops-sops' in .gitattributes"
                ),
            ],
        };
        foreach (var argument in (Argument[])[ancestor, ours, theirs, path])
        {
            command.Arguments.Add(argument);
        }

        command.SetAction(parsed =>
            Run(
                world,
                parsed.GetRequiredValue(ancestor),
                parsed.GetRequiredValue(ours),
                parsed.GetRequiredValue(theirs),
                parsed.GetValue(path)
            )
        );
        return command;
    }
}
