using System.Xml.Linq;

namespace HomeOps.Cli.Tests.House;

/// <summary>A library uses those listed before it, never one listed after it.</summary>
public sealed class LayerTests
{
    private static readonly string[] Order =
    [
        "HomeOps.Text",
        "HomeOps.Files",
        "HomeOps.Yaml",
        "HomeOps.Schema",
        "HomeOps.Jinja",
        "HomeOps.Makejinja",
        "HomeOps.Age",
        "HomeOps.Sops",
        "HomeOps.Kustomize",
        "HomeOps.Helm",
        "HomeOps.Kubernetes",
        "HomeOps.Flux",
        "HomeOps.Talos",
        "HomeOps.Cluster",
        "HomeOps.Cli",
    ];

    [Fact]
    public void Every_library_uses_only_libraries_listed_before_it()
    {
        var projects = Directory.GetFiles(Path.Join(Checkout.Root, "src"), "*.csproj", SearchOption.AllDirectories);

        Assert.NotEmpty(projects);
        foreach (var project in projects)
        {
            var name = Path.GetFileNameWithoutExtension(project);
            Assert.Contains(name, Order);
            foreach (var used in XDocument.Load(project).Descendants("ProjectReference"))
            {
                var usedName = Path.GetFileNameWithoutExtension(used.Attribute("Include")!.Value);
                Assert.True(
                    Array.IndexOf(Order, usedName) < Array.IndexOf(Order, name),
                    $"{name} uses {usedName}, which is listed after it"
                );
            }
        }
    }

    [Fact]
    public void Every_package_has_its_line_in_the_architecture_document()
    {
        var document = File.ReadAllText(Path.Join(Checkout.Root, "docs", "architecture.md"));
        var packages = XDocument
            .Load(Path.Join(Checkout.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .ToList();

        Assert.NotEmpty(packages);
        Assert.All(
            packages,
            p => Assert.Contains($"| {p.Attribute("Include")!.Value} |", document, StringComparison.Ordinal)
        );
    }
}
