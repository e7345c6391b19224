using System.Collections.Frozen;
using System.Security.Cryptography;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>How an environment reads and renders templates.</summary>
public sealed record JinjaOptions
{
    /// <summary>Delimiters and white space.</summary>
    public JinjaSyntax Syntax { get; init; } = JinjaSyntax.Default;

    /// <summary>What names and elements that are not there do; <see cref="UndefinedMode.Default"/> unless set.</summary>
    public UndefinedMode Undefined { get; init; }

    /// <summary>The extensions that are on; none unless set, so that <c>do</c> or <c>trans</c> are unknown tags.</summary>
    public JinjaExtensions Extensions { get; init; }

    /// <summary>Whether printed values are escaped for HTML where no <c>autoescape</c> block says otherwise; off unless set.</summary>
    public bool Autoescape { get; init; }

    /// <summary>What a template may use up.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>Where templates are found by name; null for nowhere: <c>include</c> and its like are TypeErrors then, as with Jinja2.</summary>
    public ITemplateLoader? Loader { get; init; }

    /// <summary>
    /// Filters beside Jinja2's own; they hide those of the same name. A name may have dots. A template that calls an unknown one is refused when it is read.
    /// </summary>
    public IReadOnlyDictionary<string, Filter> Filters { get; init; } = FrozenDictionary<string, Filter>.Empty;

    /// <summary>Tests beside Jinja2's own; they hide those of the same name. <c>select</c> and its like know them too.</summary>
    public IReadOnlyDictionary<string, Test> Tests { get; init; } = FrozenDictionary<string, Test>.Empty;

    /// <summary>
    /// Variables and functions that every template sees, also one imported without context; they hide Jinja2's own (range, dict, lipsum, cycler, joiner,
    /// namespace) and are hidden by variables. Must not change while templates are rendered.
    /// </summary>
    public IReadOnlyDictionary<string, Value> Globals { get; init; } = FrozenDictionary<string, Value>.Empty;

    /// <summary>The clock that <see cref="Limits.Time"/> is measured with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A random number from 0 up to, not including, the argument, for the filter <c>random</c> and <c>lipsum</c>.</summary>
    public Func<int, int> NextRandom { get; init; } = RandomNumberGenerator.GetInt32;
}
