using HomeOps.Text;

namespace HomeOps.Jinja.Values;

/// <summary>An error in a template or in what it does; the place is added by whoever knows it.</summary>
public sealed class JinjaException(JinjaErrorKind kind, string message, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The class of the error.</summary>
    public JinjaErrorKind Kind { get; } = kind;

    /// <summary>The place, null while nobody has said.</summary>
    public Location? Location { get; set; }

    /// <summary>The place in the text of a template whose name is not known yet.</summary>
    public TextSpan? Span { get; set; }

    /// <summary>What to do about it, null when the message says it all.</summary>
    public string? Hint { get; set; }

    /// <summary>The line, from 1; 0 while nobody has said.</summary>
    public int Line => Location?.Start.Line ?? 0;

    /// <summary>The class name that Python prints.</summary>
    public string ClassName =>
        Kind switch
        {
            JinjaErrorKind.Syntax => "TemplateSyntaxError",
            JinjaErrorKind.Assertion => "TemplateAssertionError",
            JinjaErrorKind.Undefined => "UndefinedError",
            JinjaErrorKind.NotFound => "TemplateNotFound",
            JinjaErrorKind.NoneFound => "TemplatesNotFound",
            JinjaErrorKind.Runtime => "TemplateRuntimeError",
            JinjaErrorKind.FilterArgument => "FilterArgumentError",
            JinjaErrorKind.Security => "SecurityError",
            JinjaErrorKind.Type => "TypeError",
            JinjaErrorKind.Value => "ValueError",
            JinjaErrorKind.Key => "KeyError",
            JinjaErrorKind.Index => "IndexError",
            JinjaErrorKind.Attribute => "AttributeError",
            JinjaErrorKind.ZeroDivision => "ZeroDivisionError",
            JinjaErrorKind.Overflow => "OverflowError",
            JinjaErrorKind.Recursion => "RecursionError",
            JinjaErrorKind.PythonRuntime => "RuntimeError",
            JinjaErrorKind.PythonAssertion => "AssertionError",
            JinjaErrorKind.PythonSyntax => "SyntaxError",
            _ => "LimitExceeded",
        };

    internal static JinjaException Type(string message) => new(JinjaErrorKind.Type, message);

    internal static JinjaException Value(string message) => new(JinjaErrorKind.Value, message);

    internal static JinjaException Runtime(string message) => new(JinjaErrorKind.Runtime, message);

    internal static JinjaException FilterArgument(string message) => new(JinjaErrorKind.FilterArgument, message);

    internal static JinjaException Attribute(string message) => new(JinjaErrorKind.Attribute, message);

    internal static JinjaException Index(string message) => new(JinjaErrorKind.Index, message);

    internal static JinjaException Key(Value key) => new(JinjaErrorKind.Key, PyText.Repr(key));

    internal static JinjaException ZeroDivision(string message) => new(JinjaErrorKind.ZeroDivision, message);

    internal static JinjaException Overflow(string message) => new(JinjaErrorKind.Overflow, message);

    internal static JinjaException Recursion(string message = "maximum recursion depth exceeded") =>
        new(JinjaErrorKind.Recursion, message);

    internal static JinjaException Limit(string message) => new(JinjaErrorKind.Limit, message);
}
