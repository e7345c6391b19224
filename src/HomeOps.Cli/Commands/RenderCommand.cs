using System.CommandLine;
using HomeOps.Files;
using HomeOps.Makejinja;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops render</c>: renders the makejinja project of the working folder.</summary>
internal static class RenderCommand
{
    private static int Run(World world, IReadOnlyList<OptionOverride> overrides, bool dryRun)
    {
        var printer = new FindingsPrinter(world.Terminal);
        var folder = new DiskTree(world.WorkingFolder);
        var config = MakejinjaConfig.Load(folder, world.Environment, overrides);
        if (config.HasErrors)
        {
            printer.Print(config.Diagnostics);
            return ExitCode.Usage;
        }

        var options = config.Options;
        using var progress = new Progress(world.Terminal, world.Clock);
        if (
            !dryRun
            && ProjectHooks.Run(options.ExecPre, c => world.Processes.RunShell(c, world.WorkingFolder)) is { } failure
        )
        {
            return printer.Print([failure]);
        }

        progress.Begin("rendering");
        var tree = MakejinjaProject.Render(
            options,
            folder,
            world.Environment,
            MakejinjaProject.PluginFor(options, folder),
            () => ReadInput(world)
        );
        var findings = new DiagnosticBag();
        findings.AddRange(config.Diagnostics);
        findings.AddRange(tree.Diagnostics);
        Log(world, options, tree.Log);
        if (!tree.HasErrors && !dryRun)
        {
            progress.Begin("writing");
            findings.AddRange(Write(world, options, tree));
        }
        else if (!tree.HasErrors)
        {
            Log(world, options, ["Nothing was written (--dry-run)"]);
        }

        progress.Dispose();
        return printer.Print(findings.Ordered());
    }

    private static IEnumerable<Diagnostic> Write(World world, MakejinjaOptions options, RenderedTree tree)
    {
        if (tree.IsSingleFile && options.Output == "/dev/stdout")
        {
            using var output = world.Terminal.OpenOutput();
            output.Write(tree.Files.All.Single().Content);
            return [];
        }

        var report = new RenderedTreeWriter(options, world.WorkingFolder).Write(tree);
        Log(world, options, report.Log);
        return
            report.Diagnostics.Count == 0
            && ProjectHooks.Run(options.ExecPost, c => world.Processes.RunShell(c, world.WorkingFolder)) is { } failure
            ? [failure]
            : report.Diagnostics;
    }

    private static byte[] ReadInput(World world)
    {
        using var input = world.Terminal.OpenInput();
        using var content = new MemoryStream();
        input.CopyTo(content);
        return content.ToArray();
    }

    private static void Log(World world, MakejinjaOptions options, IEnumerable<string> lines)
    {
        if (!options.Quiet)
        {
            foreach (var line in lines)
            {
                world.Terminal.Error.WriteLine(line);
            }
        }
    }

    public static Command Create(World world)
    {
        var flags = new RenderFlags();
        var dryRun = new Option<bool>("--dry-run", "-n") { Description = "Render and report, write nothing" };
        var command = new ExampleCommand("render", "Render a makejinja project, by makejinja.toml and these flags")
        {
            Examples =
            [
                ("homeops render", "render the project of this folder"),
                ("homeops render --data other.yaml --output ../other", "with other data, into another folder"),
                ("homeops render -i templates -o out -D domain=example.com", "without a makejinja.toml"),
            ],
        };
        command.Options.Add(dryRun);
        flags.AddTo(command);
        command.SetAction(parsed => Run(world, flags.Overrides(parsed), parsed.GetValue(dryRun)));
        return command;
    }
}
