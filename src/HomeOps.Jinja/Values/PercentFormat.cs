namespace HomeOps.Jinja.Values;

internal static class PercentFormat
{
    public static Value Apply(EvaluationContext context, Value format, Value arguments) =>
        throw Arithmetic.Unsupported("%", format, arguments);
}
