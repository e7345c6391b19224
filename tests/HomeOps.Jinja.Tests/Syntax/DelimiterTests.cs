using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Tests.Rendering;

namespace HomeOps.Jinja.Tests.Syntax;

public sealed class DelimiterTests
{
    private static readonly JinjaSyntax Erb = new()
    {
        BlockStart = "<%",
        BlockEnd = "%>",
        VariableStart = "<%=",
        VariableEnd = "%>",
        CommentStart = "<%#",
        CommentEnd = "%>",
    };

    private static readonly JinjaSyntax HomeOps = new()
    {
        BlockStart = "#%",
        BlockEnd = "%#",
        VariableStart = "#{",
        VariableEnd = "}#",
        CommentStart = "#|",
        CommentEnd = "#|",
        TrimBlocks = true,
        LstripBlocks = true,
    };

    private static readonly JinjaSyntax Line = new() { LineStatementPrefix = "#", LineCommentPrefix = "##" };

    private static readonly JinjaSyntax Mako = new()
    {
        LineStatementPrefix = "%",
        LineCommentPrefix = "%%",
        BlockStart = "<%",
        BlockEnd = "%>",
        VariableStart = "${",
        VariableEnd = "}",
        CommentStart = "<%#",
        CommentEnd = "%>",
    };

    [Theory]
    [InlineData("<% if flag %>a<%= name %>b<% endif %>", "aWorldb")]
    [InlineData("<%# note %>x", "x")]
    [InlineData("<%= 1 %><%= 2 -%>  x", "12x")]
    [InlineData("<% raw %><%= x %><% endraw %>", "<%= x %>")]
    [InlineData("< % x", "< % x")]
    [InlineData("<%=name%>", "World")]
    public void Starts_that_begin_alike_go_to_the_longest(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template, Erb));

    [Theory]
    [InlineData("#| a |# b #| c", " c")]
    [InlineData("#{ {\"a\":1} }#", "{'a': 1}")]
    [InlineData("#{ {\"a\":{\"b\":1}}.a.b }#", "1")]
    [InlineData("# plain #comment", "# plain #comment")]
    [InlineData("  #% if flag %#\n  x\n  #% endif %#\ny", "  x\ny")]
    [InlineData("#{ name }##{ name }#", "WorldWorld")]
    [InlineData("#{- name -}#  x", "Worldx")]
    [InlineData("x #% raw %# #{ y }# #% endraw %# z", "x  #{ y }#  z")]
    [InlineData("#%- if flag -%#  x  #%- endif -%#  y", "xy")]
    [InlineData("  #| c #|\nx", "x")]
    [InlineData("#{ '}#' }#", "}#")]
    public void A_comment_may_end_as_it_starts(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template, HomeOps));

    [Theory]
    [InlineData("# for i in items[:2]\n{{ i }}\n# endfor\nend", "1\n2\nend")]
    [InlineData("  # if flag:\nx\n  # endif", "x\n")]
    [InlineData("a ## note\nb", "a\nb")]
    [InlineData("## note\nb", "\nb")]
    [InlineData("# set x = [\n  1,\n  2]\n{{ x }}", "[1, 2]")]
    [InlineData("# if flag\n\n\n  x\n# endif\n", "  x\n")]
    [InlineData("x # y", "x # y")]
    [InlineData("# for i in items[:2]\n# if i == 2\n{{ i }}\n# endif\n# endfor", "2\n")]
    [InlineData("{% if flag %}\nx\n# endif", "\nx\n")]
    [InlineData("#- if flag\nx\n#- endif", "x")]
    [InlineData("{{ name }} ## note", "World")]
    public void A_prefix_makes_a_line_a_statement_or_a_comment(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template, Line));

    [Theory]
    [InlineData("% for i in items[:2]:\n${i}\n% endfor", "1\n2\n")]
    [InlineData("a %% b\nc", "a\nc")]
    [InlineData("${ name }<%# c %>", "World")]
    [InlineData("100% sure", "100% sure")]
    [InlineData("  % if flag\n  x\n  % endif\n", "  x\n")]
    [InlineData("%% c\n% if flag\nx\n% endif", "\nx\n")]
    public void Prefixes_and_delimiters_work_together(string template, string expected) =>
        Assert.Equal(expected, Given.Render(template, Mako));
}
