using System.CommandLine;
using HomeOps.Flux;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops get ks | hr | images</c>: lists what Flux would apply.</summary>
internal static class GetCommand
{
    private static string[][] Kustomizations(FluxCluster cluster, Func<string, bool> includes) =>
        [
            ["NAMESPACE", "NAME", "PATH", "STATUS"],
            .. cluster
                .Kustomizations.Where(b => includes(b.Kustomization.Namespace))
                .Select(static b =>
                    (string[])
                        [
                            b.Kustomization.Namespace,
                            b.Kustomization.Name,
                            b.Kustomization.Path,
                            b.Status.ToString().ToLowerInvariant(),
                        ]
                ),
        ];

    private static string[][] HelmReleases(FluxCluster cluster, Func<string, bool> includes) =>
        [
            ["NAMESPACE", "NAME", "REVISION", "CHART", "SOURCE"],
            .. cluster
                .HelmReleases.Where(r => includes(r.Namespace))
                .Select(static r =>
                    (string[])
                        [
                            r.Namespace,
                            r.Name,
                            r.Version,
                            r.Chart,
                            r.Source is { } s ? $"{s.Kind}/{s.Namespace}/{s.Name}" : "",
                        ]
                ),
        ];

    private static string[][] Images(FluxCluster cluster, Func<string, bool> includes) =>
        [
            .. cluster
                .Kustomizations.SelectMany(static b => b.Objects)
                .Where(o => includes(o.Namespace))
                .SelectMany(ImageList.Of)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(static i => (string[])[i]),
        ];

    private static int Print(World world, string[][] rows, FluxCluster cluster)
    {
        var widths = new int[rows.Length == 0 ? 0 : rows[0].Length];
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = rows.Max(r => r[i].Length);
        }

        foreach (var row in rows)
        {
            world.Terminal.Out.WriteLine(
                string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd()
            );
        }

        var errors = cluster.Diagnostics.Ordered().Where(static d => d.Severity == Severity.Error);
        return new FindingsPrinter(world.Terminal).Print([.. errors]);
    }

    public static Command Create(World world)
    {
        var group = new ExampleCommand("get", "List what Flux would apply");
        group.Subcommands.Add(Create(world, "ks", "kustomizations", "The Kustomizations", Kustomizations));
        group.Subcommands.Add(Create(world, "hr", "helmreleases", "The HelmReleases", HelmReleases));
        group.Subcommands.Add(
            Create(world, "images", "image", "The container images that objects and values name", Images)
        );
        return group;
    }

    private static ExampleCommand Create(
        World world,
        string name,
        string alias,
        string description,
        Func<FluxCluster, Func<string, bool>, string[][]> rows
    )
    {
        var flags = new FluxFlags();
        var command = new ExampleCommand(name, description)
        {
            Examples = [($"homeops get {name} --path kubernetes/flux/cluster", "list them, parents built first")],
        };
        command.Aliases.Add(alias);
        flags.AddTo(command);
        command.SetAction(parsed =>
        {
            var cluster = flags.Build(world, parsed);
            return Print(world, rows(cluster, n => flags.Includes(parsed, n)), cluster);
        });
        return command;
    }
}
