using System.Text.RegularExpressions;

namespace HomeOps.EndToEnd;

/// <summary>
/// What README and docs show is run: every <c>sh</c> block, in order and in one shell a document, in a folder with a copy of examples/. Blocks that show output or
/// files are fenced as <c>text</c>, <c>yaml</c> and so on. Lines that build or test are left to .ci/run, which must hold the same words.
/// </summary>
public sealed partial class DocumentationTests
{
    private const string RunFromSource = "dotnet run --project src/HomeOps.Cli -c Release --";

    public static TheoryData<string> Documents()
    {
        var documents = new TheoryData<string>();
        foreach (
            var file in Directory
                .GetFiles(Path.Join(Repository.Root, "docs"), "*.md")
                .Append(Path.Join(Repository.Root, "README.md"))
                .Order(StringComparer.Ordinal)
        )
        {
            if (Blocks().IsMatch(File.ReadAllText(file)))
            {
                documents.Add(Path.GetRelativePath(Repository.Root, file));
            }
        }

        return documents;
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_command_a_document_shows_works(string document)
    {
        using var folder = new ScratchFolder();
        folder.CopyFrom("examples", "examples");
        Directory.CreateDirectory(folder["bin"]);
        File.CreateSymbolicLink(folder["bin/homeops"], HomeOpsBinary.Path);
        var gate = File.ReadAllText(Path.Join(Repository.Root, ".ci", "run"));

        var lines = new List<string> { "set -e" };
        foreach (var line in ShownLines(File.ReadAllText(Path.Join(Repository.Root, document))))
        {
            if (
                line.StartsWith("dotnet ", StringComparison.Ordinal)
                && !line.StartsWith(RunFromSource, StringComparison.Ordinal)
            )
            {
                Assert.Contains(line.Split(" -o ")[0], gate, StringComparison.Ordinal);
            }
            else if (line.StartsWith("sudo apt-get install ", StringComparison.Ordinal))
            {
                Assert.All(
                    line.Split(' ')[3..],
                    package => Assert.Contains($" {package} ", gate, StringComparison.Ordinal)
                );
            }
            else
            {
                lines.Add(line.Replace(RunFromSource, "homeops", StringComparison.Ordinal));
            }
        }

        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}",
        };
        var outcome = Program.Run(
            "bash",
            folder.Path,
            ["-x", "-c", string.Join('\n', lines)],
            input: null,
            environment
        );
        Assert.True(outcome.ExitCode == 0, $"{document}: exit {outcome.ExitCode}\n{outcome.Output}\n{outcome.Error}");
    }

    private static IEnumerable<string> ShownLines(string document) =>
        Blocks().Matches(document).SelectMany(static block => block.Groups[1].Value.TrimEnd('\n').Split('\n'));

    [GeneratedRegex("^```sh\\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
