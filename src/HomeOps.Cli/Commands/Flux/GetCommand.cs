using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HomeOps.Flux;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops get ks | hr | rs | sources | images | all</c>: lists what Flux would apply.</summary>
internal static class GetCommand
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    private static int Print(World world, IReadOnlyList<ObjectList> lists, ListFormat format, FluxCluster cluster)
    {
        var output = world.Terminal.Out;
        switch (format)
        {
            case ListFormat.Json:
                output.WriteLine(ToJson(lists).ToJsonString(Indented));
                break;
            case ListFormat.Yaml:
                output.Write(JsonAsYaml.Write(ToJson(lists)));
                break;
            case ListFormat.Name:
                foreach (var list in lists)
                {
                    list.WriteNames(output, withKind: lists.Count > 1);
                }

                break;
            default:
                WriteTables(output, lists);
                break;
        }

        return new FindingsPrinter(world.Terminal).Print([.. ErrorsOf(cluster)]);
    }

    private static IEnumerable<Diagnostic> ErrorsOf(FluxCluster cluster) =>
        SharedPlaces.Once(cluster.Diagnostics.Ordered()).Where(static d => d.Severity == Severity.Error);

    private static JsonNode ToJson(IReadOnlyList<ObjectList> lists)
    {
        if (lists is [var only])
        {
            return only.ToJson();
        }

        var all = new JsonObject();
        foreach (var list in lists)
        {
            all[list.Name] = list.ToJson();
        }

        return all;
    }

    private static void WriteTables(TextWriter output, IReadOnlyList<ObjectList> lists)
    {
        for (var i = 0; i < lists.Count; i++)
        {
            if (i > 0)
            {
                output.WriteLine();
            }

            lists[i].WriteTable(output);
        }
    }

    public static Command Create(World world)
    {
        var group = new ExampleCommand("get", "List what Flux would apply");
        group.Subcommands.Add(
            Create(
                world,
                "ks",
                "The Kustomizations",
                static l => [l.Kustomizations()],
                "kustomizations",
                "kustomization"
            )
        );
        group.Subcommands.Add(
            Create(world, "hr", "The HelmReleases", static l => [l.HelmReleases()], "helmreleases", "helmrelease")
        );
        group.Subcommands.Add(
            Create(
                world,
                "images",
                "The container images that objects and values name",
                static l => [l.Images()],
                "image"
            )
        );
        group.Subcommands.Add(
            Create(world, "rs", "The ResourceSets of flux-operator", static l => [l.ResourceSets()], "resourcesets")
        );
        group.Subcommands.Add(
            Create(
                world,
                "sources",
                "Where Kustomizations and charts come from: repositories, buckets, artifacts",
                static l => [l.Sources()],
                "source"
            )
        );
        group.Subcommands.Add(
            Create(
                world,
                "all",
                "All of these",
                static l => [l.Kustomizations(), l.HelmReleases(), l.ResourceSets(), l.Sources(), l.Images()]
            )
        );
        return group;
    }

    private static ExampleCommand Create(
        World world,
        string name,
        string description,
        Func<FluxLists, IReadOnlyList<ObjectList>> lists,
        params string[] aliases
    )
    {
        var flags = new FluxFlags();
        var labels = new Option<string>("--selector", "-l")
        {
            Description = "Only objects with these labels: a=b,c!=d",
            DefaultValueFactory = static _ => "",
            HelpName = "labels",
        };
        labels.Aliases.Add("--label-selector");
        var format = ListFormatOption.Create();
        var command = new ExampleCommand(name, description)
        {
            Examples =
            [
                ($"homeops get {name} --path kubernetes/flux/cluster", "list them, parents built first"),
                ($"homeops get {name} --path kubernetes/flux/cluster -o json", "for programs"),
            ],
        };
        foreach (var alias in aliases)
        {
            command.Aliases.Add(alias);
        }

        flags.AddTo(command);
        command.Options.Add(labels);
        command.Options.Add(format);
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(labels) ?? "";
            if (ObjectSelector.Parse(text) is not { } selector)
            {
                new FindingsPrinter(world.Terminal).Print([FluxCommandDiagnostics.BadSelector(text)]);
                return ExitCode.Usage;
            }

            return flags.Run(
                world,
                parsed,
                cluster =>
                {
                    if (flags.NamespaceMistake(parsed, FluxLists.NamespacesOf(cluster)) is { } mistake)
                    {
                        return new FindingsPrinter(world.Terminal).Print([.. ErrorsOf(cluster), mistake]);
                    }

                    var chosen = parsed.GetValue(format);
                    var wanted = new FluxLists(
                        cluster,
                        (n, o) => flags.Includes(parsed, n) && (text.Length == 0 || selector.Matches(o)),
                        chosen == ListFormat.Wide
                    );
                    return Print(world, lists(wanted), chosen, cluster);
                }
            );
        });
        return command;
    }
}
