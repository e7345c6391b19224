using System.CommandLine;
using HomeOps.Cluster;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops doctor</c>: says what the machine and the repository lack, and what to do.</summary>
internal static class DoctorCommand
{
    private static int Run(World world, string? folder, OutputFormat format)
    {
        var report = Doctor.Run(
            new DoctorRequest
            {
                Folder = world.Absolute(folder ?? "."),
                Environment = world.Environment,
                Time = world.Clock,
                GitVersion = world.Processes.Exists("git") ? "is on PATH" : null,
            }
        );
        if (format == OutputFormat.Json)
        {
            WriteJson(world, report);
            return report.ExitCode;
        }

        var width = report.Checks.Max(static c => c.Name.Length);
        foreach (var check in report.Checks)
        {
            world.Terminal.Out.WriteLine($"{Word(check.State), -7}  {check.Name.PadRight(width)}  {check.Text}");
            if (check.Remedy is { } remedy)
            {
                world.Terminal.Out.WriteLine(
                    $"{new string(' ', width + 11)}{remedy.Replace("\n", "\n" + new string(' ', width + 11), StringComparison.Ordinal)}"
                );
            }
        }

        return report.ExitCode;
    }

    private static string Word(DoctorState state) =>
        state switch
        {
            DoctorState.Good => "good",
            DoctorState.Note => "note",
            DoctorState.Warning => "warning",
            _ => "failed",
        };

    private static void WriteJson(World world, DoctorReport report) =>
        JsonReport.Write(
            world.Terminal.Out,
            json =>
            {
                json.WriteStartArray("checks");
                foreach (var check in report.Checks)
                {
                    json.WriteStartObject();
                    json.WriteString("name", check.Name);
                    json.WriteString("state", Word(check.State));
                    json.WriteString("text", check.Text);
                    json.WriteString("remedy", check.Remedy);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        );

    public static Command Create(World world)
    {
        var folder = FolderArgument.Create("The repository; the working folder when absent");
        var output = CommonOptions.Output();
        var command = new ExampleCommand("doctor", "Check this machine and the repository, with remedies")
        {
            Examples = [("homeops doctor", "before the first push, or when something is off")],
        };
        command.Arguments.Add(folder);
        command.Options.Add(output);
        command.SetAction(parsed => Run(world, parsed.GetValue(folder), parsed.GetValue(output)));
        return command;
    }
}
