using System.Buffers;

namespace HomeOps.Yaml;

/// <summary>A scalar on one line.</summary>
internal static class InlineScalar
{
    private static readonly SearchValues<char> FlowIndicators = SearchValues.Create(",?:[]{}");

    /// <summary>The scalar's characters: plain or quoted, as its style wishes and its place allows.</summary>
    /// <param name="scalar">The scalar.</param>
    /// <param name="inFlow">Whether it stands in brackets.</param>
    public static string Format(YamlScalar scalar, bool inFlow)
    {
        var isQuoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var needsQuotes =
            scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded
            || ScalarAnalysis.Of(scalar.Value).IsMultiline
            || (inFlow && !isQuoted && scalar.Value.AsSpan().ContainsAny(FlowIndicators));
        var style = needsQuotes ? ScalarStyle.DoubleQuoted : scalar.Style;
        return GoYamlEmitter.Inline(new YamlScalar(scalar.Value, style));
    }
}
