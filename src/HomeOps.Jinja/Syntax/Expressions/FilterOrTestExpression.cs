using HomeOps.Jinja.Rendering;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary>
/// What a filter and a test have in common (jinja2.nodes, _FilterTestCommon): a value, with arguments, goes through what
/// the environment knows by a name.
/// </summary>
internal abstract class FilterOrTestExpression(
    TextSpan span,
    TextSpan nameSpan,
    Expression value,
    string name,
    ArgumentList arguments,
    Constancy own
) : Expression(span, value.Constancy.With(arguments.Constancy).With(own))
{
    /// <summary>What goes through it.</summary>
    protected Expression Value { get; } = value;

    protected string Name { get; } = name;

    protected TextSpan NameSpan { get; } = nameSpan;

    protected ArgumentList Arguments { get; } = arguments;

    public sealed override void Declare(Scope scope)
    {
        Value.Declare(scope);
        Arguments.Declare(scope);
    }

    public sealed override void Bind(Binding binding)
    {
        binding = binding.Within(this);
        if (!TryFind(binding.Compilation.Environment))
        {
            binding.Compilation.NoteUnknown(Kind, Name, NameSpan, binding.IsSoft);
        }

        Value.Bind(binding);
        Arguments.Bind(binding);
    }

    protected abstract UndefinedCallKind Kind { get; }

    /// <summary>Looks the name up.</summary>
    protected abstract bool TryFind(JinjaEnvironment environment);
}
