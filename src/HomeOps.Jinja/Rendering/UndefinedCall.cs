using HomeOps.Text;

namespace HomeOps.Jinja.Rendering;

/// <summary>What a template calls.</summary>
public enum UndefinedCallKind
{
    /// <summary><c>name(…)</c>.</summary>
    Function,

    /// <summary><c>value|name</c>.</summary>
    Filter,

    /// <summary><c>value is name</c>.</summary>
    Test,
}

/// <summary>A function, filter or test that a template calls and nobody defines.</summary>
/// <param name="Kind">Which of the three.</param>
/// <param name="Name">Its name.</param>
/// <param name="Location">Where the name stands.</param>
public sealed record UndefinedCall(UndefinedCallKind Kind, string Name, Location Location);
