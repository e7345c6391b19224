using System.Text.RegularExpressions;

namespace HomeOps.Cli.Tests.House;

/// <summary>The examples of docs/diagnostics.md are what the program prints: run here, or as another test pins them.</summary>
public sealed partial class DiagnosticExamplesTests
{
    /// <summary>Code, files (name and text) and the command line that prints the example of that code.</summary>
    public static TheoryData<string, string[], string> Runs() =>
        new()
        {
            { "HO0001", [], "configure --into" },
            { "HO0280", ["makejinja.toml", "[makejinja]\ninputs = [\"templates\"\noutput = \"out\"\n"], "render" },
            {
                "HO0281",
                [
                    "makejinja.toml",
                    Project + "data = ['data.json']\n",
                    "data.json",
                    "{\"domain\": \"example.com\",}",
                    "t/a.yaml.j2",
                    "a",
                ],
                "render"
            },
            {
                "HO0409",
                ["makejinja.toml", Project + "[makejinja.delimiter]\nblock_start = '{{'\n", "t/a.yaml.j2", "a"],
                "render"
            },
            {
                "HO0435",
                [
                    "makejinja.toml",
                    Project,
                    "t/a.yaml.j2",
                    "{{ 'a' | shout }}",
                    "homeops.toml",
                    "[filters.shout]\nexpression = 'value |'\n",
                ],
                "render"
            },
            {
                "HO0441",
                ["makejinja.toml", Project, "t/app.yaml.j2", "a", "out/app.yaml/mine", "a folder is in the way"],
                "render"
            },
            {
                "HO0442",
                ["makejinja.toml", Project, "t/apps/app.yaml.j2", "a", "out/apps", "a file is in the way"],
                "render --force"
            },
            { "HO0443", ["makejinja.toml", Project, "t/app.yaml.j2", "a", "out", "a file"], "render" },
            { "HO0444", ["makejinja.toml", Project, "t/app.yaml.j2", "a"], "render -o /dev/stdout" },
        };

    private const string Project = "[makejinja]\ninputs = ['t']\noutput = 'out'\njinja_suffix = '.j2'\n";

    [Theory]
    [MemberData(nameof(Runs))]
    public void An_example_is_what_the_program_prints(string code, string[] files, string commandLine)
    {
        using var world = new TestWorld();
        for (var i = 0; i < files.Length; i += 2)
        {
            world.Write(files[i], files[i + 1]);
        }

        Assert.NotEqual(0, world.Run(commandLine.Split(' ')));

        var printed = world.Error.Replace(world.Folder, "/home/me/cluster", StringComparison.Ordinal);
        Assert.Contains(Examples()[code] + "\n", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_of_every_example_is_pinned_by_a_test()
    {
        var pinned = Normal(string.Join('\n', TestTexts()));
        var run = Runs().Select(static r => r.Data.Item1).ToHashSet(StringComparer.Ordinal);

        var loose = Examples()
            .Where(e => Areas().IsMatch(e.Key) && !run.Contains(e.Key))
            .Where(e => !pinned.Contains(Normal(Sentence(e.Value)), StringComparison.Ordinal))
            .Select(static e => e.Value.Split('\n')[0]);

        Assert.Empty(loose);
    }

    [Fact]
    public void The_hint_of_every_example_of_kustomizations_is_pinned_too()
    {
        var pinned = Normal(string.Join('\n', TestTexts()));

        var loose = Examples()
            .Where(static e =>
                e.Key.StartsWith("HO07", StringComparison.Ordinal) || e.Key.StartsWith("HO17", StringComparison.Ordinal)
            )
            .SelectMany(static e => e.Value.Split("= hint: ").Skip(1))
            .Where(h => !pinned.Contains(Normal(h.Split('\n')[0]), StringComparison.Ordinal));

        Assert.Empty(loose);
    }

    // Each code has a section, and its example is the first block in it.
    private static Dictionary<string, string> Examples() =>
        File.ReadAllText(Path.Join(Checkout.Root, "docs", "diagnostics.md"))
            .Split("\n### ")[1..]
            .ToDictionary(
                static s => s[..6],
                static s => s.Split("```text\n")[1].Split("\n```")[0],
                StringComparer.Ordinal
            );

    private static string Sentence(string example)
    {
        var line = example.Split('\n')[0];
        return line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..];
    }

    // In a test's source a quotation mark is escaped.
    private static IEnumerable<string> TestTexts() =>
        Directory
            .EnumerateFiles(Path.Join(Checkout.Root, "tests"), "*", SearchOption.AllDirectories)
            .Where(static f => Path.GetExtension(f) is ".cs" or ".txt" or ".expected" or ".sarif")
            .Where(static f => !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(static f => File.ReadAllText(f).Replace("\\\"", "\"", StringComparison.Ordinal));

    // What is quoted, paths and numbers are those of the example; the sentence is the program's.
    private static string Normal(string text) =>
        Number().Replace(FileName().Replace(Quoted().Replace(text, "'…'"), "…"), "#");

    // Areas whose examples were all captured.
    [GeneratedRegex("^HO(0[0-57]|1[0-47])")]
    private static partial Regex Areas();

    [GeneratedRegex("'[^'\n]*'|`[^`\n]*`")]
    private static partial Regex Quoted();

    [GeneratedRegex(
        @"[\w./{}-]*/[\w./{}-]+|[\w.-]+\.(yaml|yml|json|key|txt|toml|j2)\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60000
    )]
    private static partial Regex FileName();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
