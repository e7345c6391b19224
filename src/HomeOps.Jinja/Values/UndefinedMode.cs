namespace HomeOps.Jinja.Values;

/// <summary>
/// How a name or element that is not there behaves, named as jinja2.runtime names its classes. In every mode <c>is defined</c>, <c>is undefined</c>
/// and the filter <c>default</c> work, calls, arithmetic and order (<c>&lt;</c>) are UndefinedErrors, and an <c>if</c> expression without <c>else</c> that
/// is false prints nothing.
/// </summary>
public enum UndefinedMode
{
    /// <summary>Prints nothing, is false, empty, of length 0 and equal to other undefineds; an attribute or item of it is an UndefinedError.</summary>
    Default,

    /// <summary>As default, and attributes and items of it are undefined again.</summary>
    Chainable,

    /// <summary>As default, but prints what is missing: <c>{{ name }}</c>, <c>{{ no such element: dict object['key'] }}</c>.</summary>
    Debug,

    /// <summary>Printing, truth, equality, length and iteration are UndefinedErrors as well.</summary>
    Strict,
}
