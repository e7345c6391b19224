using System.CommandLine;
using HomeOps.Cluster;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops doctor</c>: says what the machine and the repository lack, and what to do.</summary>
internal static class DoctorCommand
{
    private static int Run(World world, string? folder, NodeQuestion? node, OutputFormat format)
    {
        var request = new DoctorRequest
        {
            Folder = world.Absolute(folder ?? "."),
            Environment = world.Environment,
            Time = world.Clock,
            GitVersion = world.Processes.Exists("git") ? "is on PATH" : null,
            Node = node,
        };
        var report = Progress.During(world, "checking", () => Doctor.Run(request));
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
        var node = new Option<Uri?>("--talos-api")
        {
            Description = "Ask the Talos API of a node whether it accepts the certificates of this repository",
            HelpName = "address[:port]",
            CustomParser = static result =>
            {
                var text = result.Tokens[0].Value;
                if (
                    Uri.TryCreate($"tls://{text}", UriKind.Absolute, out var address)
                    && address is { Host.Length: > 0, PathAndQuery: "" or "/" }
                )
                {
                    return address.Port > 0 ? address : new Uri($"tls://{address.Host}:{NodeQuestion.UsualPort}");
                }

                result.AddError($"'{text}' is no address: write it as 10.0.50.10, node.example.com:50000 or [fd00::1]");
                return null;
            },
        };
        var talosconfig = new Option<string?>("--talosconfig")
        {
            Description =
                "The talosconfig to show to the node; TALOSCONFIG or talos/clusterconfig/talosconfig when absent",
            HelpName = "file",
        };
        var output = CommonOptions.Output();
        var command = new ExampleCommand("doctor", "Check this machine and the repository, with remedies")
        {
            Examples =
            [
                ("homeops doctor", "before the first push, or when something is off"),
                (
                    "homeops doctor --talos-api 10.0.50.10",
                    "and whether that node accepts this repository's certificates"
                ),
            ],
        };
        command.Arguments.Add(folder);
        command.Options.Add(node);
        command.Options.Add(talosconfig);
        command.Options.Add(output);
        command.Validators.Add(result =>
        {
            if (result.GetValue(talosconfig) is not null && result.GetValue(node) is null)
            {
                result.AddError("--talosconfig wants --talos-api: whom should it be shown to?");
            }
        });
        command.SetAction(parsed =>
            Run(
                world,
                parsed.GetValue(folder),
                parsed.GetValue(node) is { } address
                    ? new NodeQuestion(
                        address.Host.Trim('[', ']'),
                        address.Port,
                        parsed.GetValue(talosconfig) is { } file ? world.Absolute(file) : null,
                        world.Connect,
                        world.Random
                    )
                    : null,
                parsed.GetValue(output)
            )
        );
        return command;
    }
}
