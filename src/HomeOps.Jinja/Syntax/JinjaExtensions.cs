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

    /// <summary>
    /// <c>jinja2.ext.i18n</c>: <c>trans</c> and <c>pluralize</c>. The globals <c>gettext</c>, <c>ngettext</c>, <c>pgettext</c> and
    /// <c>npgettext</c> translate; while nobody registers them they give the text back as it is.
    /// </summary>
    I18n = 4,

    /// <summary><c>jinja2.ext.debug</c>: <c>debug</c> prints the names that can be used.</summary>
    Debug = 8,
}
