using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>The name of a filter or test that a template gives as a value.</summary>
internal static class RuntimeName
{
    /// <exception cref="JinjaException">TemplateRuntimeError when it is no str.</exception>
    public static string Of(Value name, string what) =>
        name.AsText
        ?? throw (
            name.As<PyUndefined>() is { } undefined
                ? undefined.Error()
                : JinjaException.Runtime($"No {what} named {PyText.Repr(name)}.")
        );
}
