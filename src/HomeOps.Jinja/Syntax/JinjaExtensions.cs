namespace HomeOps.Jinja.Syntax;

/// <summary>The extensions that come with Jinja2, named as their import paths end.</summary>
[Flags]
public enum JinjaExtensions
{
    /// <summary>The plain language.</summary>
    None = 0,

    /// <summary><c>jinja2.ext.do</c>: the <c>do</c> statement.</summary>
    Do = 1,

    /// <summary><c>jinja2.ext.loopcontrols</c>: <c>break</c> and <c>continue</c>.</summary>
    LoopControls = 2,
}
