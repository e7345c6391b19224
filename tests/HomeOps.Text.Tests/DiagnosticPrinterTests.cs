namespace HomeOps.Text.Tests;

public sealed class DiagnosticPrinterTests
{
    [Fact]
    public void A_finding_shows_the_line_a_caret_and_the_hint()
    {
        var source = new SourceText("cluster.yaml", "a: 1\nb: 2\nnode_cidr: 10.0.0.0/33\n");
        var diagnostic = Diagnostic.Error(
            "HO1004",
            "node_cidr: '10.0.0.0/33' is not an IPv4 CIDR",
            source.At(21, 11),
            "write the network address and a prefix length from 0 to 32"
        );

        Assert.Equal(
            """
            error HO1004: node_cidr: '10.0.0.0/33' is not an IPv4 CIDR
              --> cluster.yaml:3:12
               |
             3 | node_cidr: 10.0.0.0/33
               |            ^^^^^^^^^^^
               = hint: write the network address and a prefix length from 0 to 32

            """,
            Print(diagnostic)
        );
    }

    [Fact]
    public void A_hidden_place_keeps_its_line_and_column_and_shows_nothing()
    {
        var source = new SourceText("data.yaml", "a: 1\ntoken: hunter2\n");
        var diagnostic = Diagnostic.Error("HO0001", "m", source.At(12, 7).Hidden());

        Assert.Equal(
            """
            error HO0001: m
              --> data.yaml:2:8
               |
             2 |        (not shown)
               |        ^^^^^^^^^^^

            """,
            Print(diagnostic)
        );
    }

    [Fact]
    public void A_hidden_place_of_a_whole_file_is_the_file()
    {
        var file = Location.OfFile("age.key");

        Assert.Same(file, file.Hidden());
    }

    [Fact]
    public void A_private_key_is_never_shown()
    {
        const string Line = "age: AGE-SECRET-KEY-1ABC, age1xyz, AGE-SECRET-KEY-PQ-1DEF";

        Assert.Equal(
            """
            error HO0001: m
              --> f:1:6
               |
             1 | age: AGE-SECRET-KEY-****, age1xyz, AGE-SECRET-KEY-*******
               |      ^^^^^^^^^^^^^^^^^^^

            """,
            Print(Diagnostic.Error("HO0001", "m", new SourceText("f", Line).At(5, 19)))
        );
    }

    [Fact]
    public void A_finding_about_a_whole_file_names_the_file_only()
    {
        var diagnostic = Diagnostic.Warning("HO1201", "there is no age.key", Location.OfFile("age.key"));

        Assert.Equal("warning HO1201: there is no age.key\n  --> age.key\n", Print(diagnostic));
    }

    [Fact]
    public void A_long_line_is_cut_around_the_span_and_control_characters_never_reach_the_terminal()
    {
        var text = new string('x', 400) + "\u001b[31mBAD" + new string('y', 400);
        var printed = Print(Diagnostic.Error("HO0001", "m", new SourceText("f", text).At(405, 3)));

        Assert.DoesNotContain('\u001b', printed);
        Assert.Contains("BAD", printed, StringComparison.Ordinal);
        Assert.All(printed.Split('\n'), static l => Assert.InRange(l.Length, 0, 180));
        var lines = printed.Split('\n');
        Assert.Equal(
            lines[3].IndexOf("BAD", StringComparison.Ordinal),
            lines[4].IndexOf("^^^", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Details_stand_between_the_place_and_the_hint()
    {
        var diagnostic = Diagnostic.Note("HO1240", "m", Location.OfFile("a.yaml"), "h") with
        {
            Details = "@@ -1,1 +1,1 @@\n-a\u001b[31m\n+\n AGE-SECRET-KEY-1ABC\n+" + new string('x', 400),
        };

        Assert.Equal(
            $"""
            note HO1240: m
              --> a.yaml
               | @@ -1,1 +1,1 @@
               | -a{'\uFFFD'}[31m
               | +
               |  AGE-SECRET-KEY-****
               | +{new string('x', 159)}…
              = hint: h

            """,
            Print(diagnostic)
        );
    }

    private static string Print(Diagnostic diagnostic)
    {
        var writer = new StringWriter { NewLine = "\n" };
        DiagnosticPrinter.Print(writer, diagnostic);
        return writer.ToString();
    }
}
