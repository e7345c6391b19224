namespace HomeOps.Jinja.Values;

/// <summary>The class of an error, as Jinja2 or Python names it.</summary>
public enum JinjaErrorKind
{
    /// <summary>TemplateSyntaxError.</summary>
    Syntax,

    /// <summary>TemplateAssertionError: an unknown filter or test, found while reading.</summary>
    Assertion,

    /// <summary>UndefinedError.</summary>
    Undefined,

    /// <summary>TemplateNotFound.</summary>
    NotFound,

    /// <summary>TemplatesNotFound.</summary>
    NoneFound,

    /// <summary>TemplateRuntimeError.</summary>
    Runtime,

    /// <summary>FilterArgumentError.</summary>
    FilterArgument,

    /// <summary>SecurityError.</summary>
    Security,

    /// <summary>TypeError.</summary>
    Type,

    /// <summary>ValueError.</summary>
    Value,

    /// <summary>KeyError.</summary>
    Key,

    /// <summary>IndexError.</summary>
    Index,

    /// <summary>AttributeError.</summary>
    Attribute,

    /// <summary>ZeroDivisionError.</summary>
    ZeroDivision,

    /// <summary>OverflowError.</summary>
    Overflow,

    /// <summary>RecursionError.</summary>
    Recursion,

    /// <summary>RuntimeError of Python itself.</summary>
    PythonRuntime,

    /// <summary>AssertionError.</summary>
    PythonAssertion,

    /// <summary>SyntaxError of Python itself, for what Jinja2 passes on to its compiler.</summary>
    PythonSyntax,

    /// <summary>A limit of this engine was hit (Python has MemoryError here).</summary>
    Limit,
}
