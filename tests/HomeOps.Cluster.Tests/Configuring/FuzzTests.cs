using System.Diagnostics;
using System.Globalization;

namespace HomeOps.Cluster.Tests.Configuring;

/// <summary>
/// Mutated inputs through the whole pipeline: it never throws, never takes a second, and writes all or nothing. HOMEOPS_FUZZ_SECONDS
/// makes it go on for that long; HOMEOPS_FUZZ_SEED repeats a run.
/// </summary>
public sealed class FuzzTests
{
    private const int Executions = 200;

    private static readonly string[] Pieces =
    [
        "\"",
        "'",
        ": ",
        "\n",
        "- ",
        "{",
        "}",
        "[",
        "]",
        "#",
        "&a ",
        "*a",
        "!!binary ",
        "|\n",
        ">-\n",
        "---\n",
        "...\n",
        "<<: ",
        "? ",
        "\t",
        "\0",
        "\u0085",
        "\ud7ff",
        "é",
        "0x",
        "010",
        "1e999",
        "-1",
        "99999999999999999999",
        "yes",
        "null",
        "~",
        "10.0.0.0/33",
        "::1/64",
        "%",
        "nodes:",
        "address: 10.0.50.10",
        "{{ ",
        " }}",
        "{% ",
        "%}",
        "\\",
        "\r\n",
        "\ufeff",
        "  ",
        "true",
        "2001-01-01",
        "[]",
        "{}",
        "=",
    ];

    [Fact]
    public void Mutated_inputs_are_findings_and_nothing_else()
    {
        var seconds = Number("HOMEOPS_FUZZ_SECONDS");
        var seed = (int)(Number("HOMEOPS_FUZZ_SEED") ?? Environment.TickCount);
        var random = new Random(seed);
        using var scratch = new Scratch();
        Assert.Equal(ConfigureOutcome.Written, scratch.Home().Outcome);
        Project(scratch);
        var places = new[]
        {
            ("home", "cluster.yaml"),
            ("home", "nodes.yaml"),
            ("home", "cloudflare-tunnel.json"),
            ("home", "age.key"),
            ("project", "makejinja.toml"),
            ("project", "cluster.yaml"),
            ("project", "templates/a.yaml.j2"),
        }
            .Select(p => (Folder: p.Item1, Path: $"{p.Item1}/{p.Item2}", Good: scratch.Read($"{p.Item1}/{p.Item2}")))
            .ToList();
        var total = Stopwatch.StartNew();
        var count = 0;
        for (; seconds is { } limit ? total.Elapsed.TotalSeconds < limit : count < Executions; count++)
        {
            var (folder, path, good) = places[random.Next(places.Count)];
            var mutated = Mutated(good, random);
            scratch.Write(path, mutated);
            var before = count % 20 == 0 ? scratch.Snapshot(folder) : null;
            var clock = Stopwatch.StartNew();
            ConfigureReport report;
            try
            {
                report = Configure.Run(scratch.Request(folder) with { DryRun = before is null });
            }
            catch (Exception crash)
            {
                throw new InvalidOperationException($"seed {seed}, run {count}, {path}:\n{mutated}", crash);
            }

            // Far above what a run takes, and below what a person calls a hang even on a busy machine.
            Assert.True(
                clock.Elapsed.TotalSeconds < 10,
                $"seed {seed}, run {count}: {clock.Elapsed}, {path}:\n{mutated}"
            );
            Assert.True(report.Outcome != ConfigureOutcome.Failed || report.ExitCode == 1);
            if (before is not null && report.Outcome == ConfigureOutcome.Failed)
            {
                Assert.Equal(before, scratch.Snapshot(folder));
            }

            scratch.Write(path, good);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} executions in {total.Elapsed}, seed {seed}");
    }

    private static double? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? double.Parse(text, CultureInfo.InvariantCulture)
            : null;

    private static void Project(Scratch scratch)
    {
        scratch.Write(
            "project/makejinja.toml",
            """
            [makejinja]
            inputs = ["./templates"]
            output = "./"
            data = ["./cluster.yaml"]
            jinja_suffix = ".j2"

            [makejinja.delimiter]
            block_start = "{%"
            """
        );
        scratch.Write("project/cluster.yaml", "name: a\nlist: [1, 2, 3]\nmap: {x: 1, y: [a, b]}\n");
        scratch.Write("project/nodes.yaml", "nodes: []\n");
        scratch.Write(
            "project/templates/a.yaml.j2",
            """
            name: {{ name | upper }}
            {% for item in list if item is odd %}
            n{{ loop.index }}: {{ item * 2 + map.x }}
            {% endfor %}
            {% set joined = map.y | join(', ') %}
            joined: "{{ joined }}"
            {% macro m(a, b=2) -%}{{ a }}-{{ b }}{%- endmacro %}
            called: {{ m(1) }} {{ "%s-%d" | format('x', 3) }} {{ (name ~ 'x') | default('y', true) }}
            """
        );
    }

    private static string Mutated(string text, Random random)
    {
        for (var edits = random.Next(1, 5); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 60), text.Length - at);
            text = random.Next(6) switch
            {
                0 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                1 => text.Remove(at, length),
                2 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
                3 => text.Remove(at, Math.Min(1, length)).Insert(at, ((char)random.Next(1, 0x250)).ToString()),
                4 => text[..at],
                _ => text.Remove(at, length).Insert(at, Pieces[random.Next(Pieces.Length)]),
            };
            text = text.Length > 20_000 ? text[..20_000] : text;
        }

        return text;
    }
}
