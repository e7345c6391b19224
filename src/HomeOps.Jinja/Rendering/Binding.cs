using HomeOps.Jinja.Syntax.Expressions;

namespace HomeOps.Jinja.Rendering;

/// <summary>What a statement or expression needs to know while its names are bound (jinja2.compiler, Frame).</summary>
/// <param name="Compilation">The template as a whole.</param>
/// <param name="Scope">The scope it stands in.</param>
internal sealed record Binding(Compilation Compilation, Scope Scope)
{
    /// <summary>At the top of a template, ifs not counted: what is set here is exported.</summary>
    public bool IsTopLevel { get; init; }

    /// <summary>In an if: unknown filters and tests fail only when they are reached.</summary>
    public bool IsSoft { get; init; }

    /// <summary>Whether output is dropped once the template has extended another.</summary>
    public bool ChecksExtends { get; init; }

    /// <summary>Whether printed values are escaped; null when only rendering tells.</summary>
    public bool? Autoescape { get; init; }

    /// <summary>What the nearest autoescape that is a constant says; Jinja2 prints constants by it even where <see cref="Autoescape"/> is null.</summary>
    public bool? LastKnownAutoescape { get; init; }

    /// <summary>The constants around, from the inside out.</summary>
    public EnclosingConstant? Enclosing { get; init; }

    /// <summary>
    /// The binding of the parts of an expression, which know the constants with slices that they stand in. Jinja2 does not optimize where only rendering
    /// tells what is escaped.
    /// </summary>
    public Binding Within(Expression whole) =>
        (whole.Constancy & Constancy.HasSlice) != Constancy.HasSlice || Autoescape is null
            ? this
            : this with
            {
                Enclosing = new EnclosingConstant(whole, IsPrinted: false, Enclosing),
            };

    /// <summary>The binding of a constant that is printed, which Jinja2 computes in any case.</summary>
    public Binding Printed(Expression constant) =>
        this with
        {
            Enclosing = new EnclosingConstant(constant, IsPrinted: true, null),
        };

    /// <summary>The binding of a scope inside this one.</summary>
    public Binding Inner() => this with { Scope = Scope.Inner(), IsTopLevel = false, IsSoft = false };

    /// <summary>The binding of a function written inside this scope.</summary>
    public Binding InnerFunction() =>
        this with
        {
            Scope = new Scope(new FunctionLayout(Scope.Function), Scope),
            IsTopLevel = false,
            IsSoft = false,
        };
}
