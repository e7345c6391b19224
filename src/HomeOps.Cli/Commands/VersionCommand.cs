using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops version</c>: which build this is.</summary>
internal static class VersionCommand
{
    /// <summary>The version of this build.</summary>
    public static string Number { get; } =
        typeof(VersionCommand)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "unknown";

    private static int Run(World world, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            JsonReport.Write(
                world.Terminal.Out,
                json =>
                {
                    json.WriteString("version", Number);
                    json.WriteString("runtime", RuntimeInformation.FrameworkDescription);
                    json.WriteString("platform", RuntimeInformation.RuntimeIdentifier);
                }
            );
            return ExitCode.Done;
        }

        world.Terminal.Out.WriteLine(
            $"homeops {Number} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier})"
        );
        return ExitCode.Done;
    }

    public static Command Create(World world)
    {
        var output = CommonOptions.Output();
        var command = new ExampleCommand("version", "Print the version of this program")
        {
            Examples = [("homeops version", "print the version and the platform it was built for")],
        };
        command.Options.Add(output);
        command.SetAction(parsed => Run(world, parsed.GetValue(output)));
        return command;
    }
}
