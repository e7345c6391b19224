using System.CommandLine;
using HomeOps.Cluster;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops init</c>: makes what a new repository needs, and nothing that is there.</summary>
internal static class InitCommand
{
    private static int Run(World world, InitRequest request, OutputFormat format)
    {
        if (format == OutputFormat.Text && world.Terminal.IsInteractive)
        {
            request = request with
            {
                Domain = request.Domain ?? Ask(world, "Domain of the cluster (such as example.com): "),
                Repository = request.Repository ?? Ask(world, "GitHub repository (owner/name): "),
            };
        }

        var report = ClusterInit.Run(request);
        if (format == OutputFormat.Json)
        {
            WriteJson(world, report);
            return report.ExitCode;
        }

        new FindingsPrinter(world.Terminal).Print(report.Findings);
        Print(world.Terminal.Out, report);
        return report.ExitCode;
    }

    // An empty answer leaves the sample value to be edited.
    private static string? Ask(World world, string question) =>
        world.Terminal.Ask(question) is { Length: > 0 } answer ? answer : null;

    private static void Print(TextWriter output, InitReport report)
    {
        if (report.Files.Count == 0)
        {
            return;
        }

        var width = report.Files.Max(static f => f.Path.Length);
        foreach (var file in report.Files)
        {
            output.WriteLine($"{(file.IsNew ? "made " : "there")}  {file.Path.PadRight(width)}  {file.Purpose}");
        }

        if (report.DeployKey is { } key)
        {
            output.WriteLine($"\nDeploy key, to be added to the GitHub repository (read-only):\n  {key}");
        }

        output.WriteLine(
            "\nNext: edit cluster.yaml and nodes.yaml, put cloudflare-tunnel.json beside them,\nthen run 'homeops configure'."
        );
    }

    private static void WriteJson(World world, InitReport report) =>
        JsonReport.Write(
            world.Terminal.Out,
            json =>
            {
                json.WriteStartArray("files");
                foreach (var file in report.Files)
                {
                    json.WriteStartObject();
                    json.WriteString("path", file.Path);
                    json.WriteBoolean("new", file.IsNew);
                    json.WriteString("purpose", file.Purpose);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteString("recipient", report.Recipient);
                json.WriteString("deployKey", report.DeployKey);
                JsonReport.Findings(json, report.Findings);
            }
        );

    public static Command Create(World world)
    {
        var folder = FolderArgument.Create("The folder that becomes the repository; the working folder when absent");
        var domain = new Option<string?>("--domain") { Description = "The domain at Cloudflare", HelpName = "name" };
        var repository = new Option<string?>("--repository")
        {
            Description = "The GitHub repository",
            HelpName = "owner/name",
        };
        var isPrivate = new Option<bool>("--private")
        {
            Description = "The repository is private: Flux gets a deploy key",
        };
        var name = new Option<string?>("--cluster-name") { Description = "The cluster's name", HelpName = "name" };
        var network = new Option<string?>("--node-cidr") { Description = "The nodes' network", HelpName = "cidr" };
        var api = new Option<string?>("--api-addr")
        {
            Description = "The address the control planes share",
            HelpName = "address",
        };
        var key = CommonOptions.AgeKey();
        var output = CommonOptions.Output();
        var command = new ExampleCommand(
            "init",
            "Start a repository: sample inputs, age key, deploy key, push token, .gitignore"
        )
        {
            Examples =
            [
                ("homeops init --domain example.com --repository me/cluster", "in an empty folder"),
                ("homeops init --age-key classic", "with a key that older sops and Flux versions read"),
            ],
        };
        command.Arguments.Add(folder);
        foreach (var option in (Option[])[domain, repository, isPrivate, name, network, api, key, output])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
            Run(
                world,
                new InitRequest
                {
                    Folder = world.Absolute(parsed.GetValue(folder) ?? "."),
                    ClassicKey = parsed.GetValue(key) == AgeKeyKind.Classic,
                    ClusterName = parsed.GetValue(name),
                    Domain = parsed.GetValue(domain),
                    Repository = parsed.GetValue(repository),
                    Private = parsed.GetValue(isPrivate),
                    NodeCidr = parsed.GetValue(network),
                    ApiAddress = parsed.GetValue(api),
                    Time = world.Clock,
                    Random = world.Random,
                },
                parsed.GetValue(output)
            )
        );
        return command;
    }
}
