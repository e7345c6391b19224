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

    /// <summary>What undefined values do.</summary>
    public UndefinedMode Undefined { get; init; }

    /// <summary>The extensions that are on.</summary>
    public JinjaExtensions Extensions { get; init; }

    /// <summary>Whether printed values are escaped for HTML.</summary>
    public bool Autoescape { get; init; }

    /// <summary>What a template may use up.</summary>
    public Limits Limits { get; init; } = Limits.Default;

    /// <summary>Where extends, include and import find templates; null for nowhere.</summary>
    public ITemplateLoader? Loader { get; init; }

    /// <summary>Filters beside Jinja2's own; they hide those of the same name.</summary>
    public IReadOnlyDictionary<string, Filter> Filters { get; init; } = FrozenDictionary<string, Filter>.Empty;

    /// <summary>Tests beside Jinja2's own; they hide those of the same name.</summary>
    public IReadOnlyDictionary<string, Test> Tests { get; init; } = FrozenDictionary<string, Test>.Empty;

    /// <summary>Variables that every template sees, imported ones included. Must not change while templates are rendered.</summary>
    public IReadOnlyDictionary<string, Value> Globals { get; init; } = FrozenDictionary<string, Value>.Empty;

    /// <summary>The clock that <see cref="Limits.Time"/> is measured with.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A random number from 0 up to, not including, the argument.</summary>
    public Func<int, int> NextRandom { get; init; } = RandomNumberGenerator.GetInt32;
}
