using System.Text;
using HomeOps.Files;

namespace HomeOps.Makejinja.Tests;

/// <summary>Inputs and data that do not lie in the working folder.</summary>
public sealed class ReachingOutTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("homeops-reach-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData("../shared/templates", "../shared/data.yaml")]
    [InlineData("ROOT/shared/templates", "ROOT/shared/data.yaml")]
    public void They_may_be_above_the_working_folder_and_absolute(string input, string data)
    {
        Write("shared/templates/app/a.txt.jinja", "{% include 'part.txt' %} {{ name }}");
        Write("shared/templates/part.txt", "part");
        Write("shared/data.yaml", "name: x");

        var tree = Render([input.Replace("ROOT", root)], [data.Replace("ROOT", root)]);

        Assert.Empty(tree.Diagnostics);
        Assert.Equal(["app/a.txt=part x", "part.txt=part"], tree.Files.All.Select(static f => $"{f.Path}={f.Text}"));
    }

    [Fact]
    public void A_finding_out_there_has_the_absolute_path()
    {
        Write("shared/a.jinja", "{{ 1 // 0 }}");

        Assert.Equal(
            [$"{root}/shared/a.jinja:1:4: error HO0309: integer division or modulo by zero"],
            Render(["../shared"], []).Diagnostics.Select(static d => d.ToString())
        );
    }

    [Fact]
    public void A_template_does_not_reach_out_by_name()
    {
        Write("secret.txt", "hush");
        Write("work/in/a.jinja", "{% include '../../secret.txt' %}");

        Assert.Equal(
            ["in/a.jinja:1:12: error HO0304: there is no template '../../secret.txt'"],
            Render(["in"], []).Diagnostics.Select(static d => d.ToString())
        );
    }

    [Fact]
    public void Standard_input_is_a_template()
    {
        var tree = Render(["/dev/stdin"], [], "out.txt", "{{ 1 + 1 }}");

        Assert.Empty(tree.Diagnostics);
        Assert.True(tree.IsSingleFile);
        Assert.Equal("2", Assert.Single(tree.Files.All).Text);
    }

    private RenderedTree Render(string[] inputs, string[] data, string output = "out", string standardInput = "")
    {
        var folder = new DiskTree(Directory.CreateDirectory(Path.Join(root, "work")).FullName);
        var config = MakejinjaConfig.Load(
            folder,
            new Dictionary<string, string>(),
            [new("inputs", inputs), new("data", data), new("output", [output])]
        );
        Assert.Empty(config.Diagnostics);
        return MakejinjaProject.Render(
            config.Options,
            folder,
            new Dictionary<string, string>(),
            MakejinjaPlugin.None,
            () => Encoding.UTF8.GetBytes(standardInput)
        );
    }

    private void Write(string path, string text)
    {
        var full = Path.Join(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full) ?? root);
        File.WriteAllText(full, text);
    }
}
