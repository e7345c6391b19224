using System.CommandLine;
using HomeOps.Talos;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops talos genurl</c>: the addresses of images at an image factory. Ids are computed here, without the network.</summary>
internal static class TalosGenUrlCommand
{
    private static int Run(
        World world,
        TalosProjectPaths paths,
        TalosImageFlags.Values values,
        bool isInstaller,
        OutputFormat output
    ) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                var (images, findings) =
                    values.CustomizationFile is null && TalosProject.Exists(world, paths)
                        ? OfTalconfig(world, paths, isInstaller)
                        : OfFlags(world, values, isInstaller);
                Print(world, output, images, findings);
                return findings.Any(static f => f.Severity == Severity.Error) ? ExitCode.Failed : ExitCode.Done;
            }
        );

    private static (IReadOnlyList<NodeImageAddress>, IReadOnlyList<Diagnostic>) OfTalconfig(
        World world,
        TalosProjectPaths paths,
        bool isInstaller
    )
    {
        using var project = TalosProject.Open(world, paths);
        return project.Images(isInstaller);
    }

    private static (IReadOnlyList<NodeImageAddress>, IReadOnlyList<Diagnostic>) OfFlags(
        World world,
        TalosImageFlags.Values values,
        bool isInstaller
    )
    {
        var (schematic, findings) = values.CustomizationFile is { } file
            ? Schematic.Read(InputFile.Source(world, file))
            : (Schematic.Of(values.Extensions, values.KernelArgs), []);
        if (schematic is null)
        {
            return ([], findings);
        }

        var spec = values.Spec with { SchematicId = schematic.Id };
        var factory = new ImageFactory { Registry = values.Registry };
        var (address, _) = isInstaller ? spec.Installer(factory) : spec.Image(factory);
        return ([new NodeImageAddress("", schematic.Id, schematic.ToYaml(), address ?? "")], findings);
    }

    private static void Print(
        World world,
        OutputFormat output,
        IReadOnlyList<NodeImageAddress> images,
        IReadOnlyList<Diagnostic> findings
    )
    {
        if (output == OutputFormat.Json)
        {
            JsonReport.Write(
                world.Terminal.Out,
                json =>
                {
                    json.WriteStartArray("images");
                    foreach (var image in images)
                    {
                        json.WriteStartObject();
                        json.WriteString("hostname", image.Hostname);
                        json.WriteString("schematic", image.SchematicId);
                        json.WriteString("address", image.Address);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    JsonReport.Findings(json, findings);
                }
            );
            return;
        }

        new FindingsPrinter(world.Terminal).Print(findings);
        foreach (var image in images)
        {
            world.Terminal.Out.WriteLine(images.Count == 1 ? image.Address : $"{image.Hostname}: {image.Address}");
        }
    }

    public static Command Create(World world)
    {
        var group = new ExampleCommand(
            "genurl",
            "Addresses of images at an image factory, computed without the network"
        );
        group.Subcommands.Add(
            Create(world, isInstaller: true, "installer", "The image that Talos installs and upgrades itself from")
        );
        group.Subcommands.Add(Create(world, isInstaller: false, "image", "The image to boot a machine from"));
        return group;
    }

    private static ExampleCommand Create(World world, bool isInstaller, string name, string description)
    {
        var project = new TalosProjectFlags();
        var image = new TalosImageFlags(isInstaller);
        var output = CommonOptions.Output();
        var command = new ExampleCommand(name, description)
        {
            Examples =
            [
                ($"homeops talos genurl {name}", "of every node of talconfig.yaml"),
                ($"homeops talos genurl {name} --extension siderolabs/i915", "without a talconfig.yaml, from flags"),
            ],
        };
        project.AddImageFlagsTo(command);
        image.AddTo(command);
        command.Options.Add(output);
        command.SetAction(parsed =>
            Run(world, project.ReadImageFlags(parsed), image.Read(parsed), isInstaller, parsed.GetValue(output))
        );
        return command;
    }
}
