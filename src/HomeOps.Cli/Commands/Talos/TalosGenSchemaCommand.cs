using System.CommandLine;
using System.Text;
using HomeOps.Files;
using HomeOps.Talos;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops talos genschema</c>: writes the JSON schema of talconfig.yaml, which editors complete and check by.</summary>
internal static class TalosGenSchemaCommand
{
    private static int Run(World world, string file)
    {
        var schema = Encoding.UTF8.GetBytes(TalconfigSchema.Text());
        if (file == "-")
        {
            using var target = world.Terminal.OpenOutput();
            target.Write(schema);
            return ExitCode.Done;
        }

        OutputFile.Write(world.Absolute(file), schema, MemoryFile.DefaultMode);
        world.Terminal.Error.WriteLine($"{file}: written");
        return ExitCode.Done;
    }

    public static Command Create(World world)
    {
        var file = new Option<string?>("--file", "-f")
        {
            Description = "Where the schema goes; talconfig.json when absent, - for standard output",
            HelpName = "file",
        };
        var command = new ExampleCommand("genschema", "Write the JSON schema of talconfig.yaml, for editors")
        {
            Examples =
            [
                ("homeops talos genschema", "talconfig.json in the working folder"),
                ("homeops talos genschema -f -", "on standard output"),
            ],
        };
        command.Options.Add(file);
        command.SetAction(parsed => Run(world, parsed.GetValue(file) ?? "talconfig.json"));
        return command;
    }
}
