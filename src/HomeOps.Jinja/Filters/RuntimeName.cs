using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>A filter or test that a template names by a value (jinja2.environment, _filter_test_common).</summary>
internal static class RuntimeName
{
    /// <exception cref="JinjaException">TemplateRuntimeError when there is no such filter, TypeError when it cannot be a key.</exception>
    public static Filter Filter(EvaluationContext context, Value name) =>
        name.AsText is { } text && context.FindFilter(text) is { } filter ? filter : throw Unknown("filter", name);

    /// <exception cref="JinjaException">TemplateRuntimeError when there is no such test, TypeError when it cannot be a key.</exception>
    public static Test Test(EvaluationContext context, Value name) =>
        name.AsText is { } text && context.FindTest(text) is { } test ? test : throw Unknown("test", name);

    private static JinjaException Unknown(string what, Value name)
    {
        _ = Hashing.OfKey(name);
        var unquoted = name.As<PyUndefined>() is { } undefined
            ? $" ({undefined.Message}; did you forget to quote the callable name?)"
            : "";
        return JinjaException.Runtime($"No {what} named {PyText.Repr(name)}.{unquoted}");
    }
}
