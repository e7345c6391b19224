namespace HomeOps.Jinja.Values;

/// <summary>How an undefined value behaves, named as jinja2.runtime names its classes.</summary>
public enum UndefinedMode
{
    /// <summary>Prints nothing, iterates nothing, fails on everything else.</summary>
    Default,

    /// <summary>As default, and attributes of it are undefined again.</summary>
    Chainable,

    /// <summary>As default, but prints what is missing.</summary>
    Debug,

    /// <summary>Fails on everything but tests and the default filter.</summary>
    Strict,
}
