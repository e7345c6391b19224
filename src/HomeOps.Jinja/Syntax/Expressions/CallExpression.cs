using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Expressions;

/// <summary><c>f(…)</c>.</summary>
internal sealed class CallExpression(TextSpan span, Expression callee, ArgumentList arguments) : Expression(span)
{
    public override void Declare(Scope scope)
    {
        StackGuard.Ensure();
        callee.Declare(scope);
        arguments.Declare(scope);
    }

    public override void Bind(Binding binding)
    {
        StackGuard.Ensure();
        callee.Bind(binding);
        arguments.Bind(binding);
        if (callee is NameExpression name && binding.Scope.IsFree(name.Name))
        {
            binding.Compilation.NoteCall(UndefinedCallKind.Function, name.Name, name.Span);
        }
    }

    public override Value Evaluate(Frame frame)
    {
        StackGuard.Ensure();
        try
        {
            return callee is AttributeExpression method
                ? method.Call(frame, arguments)
                : frame.Context.Call(callee.Evaluate(frame), arguments.Evaluate(frame));
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    /// <summary>The call of a call block, whose body the callee gets as <c>caller</c>.</summary>
    public Value EvaluateWithCaller(Frame frame, Value caller)
    {
        try
        {
            return frame.Context.Call(callee.Evaluate(frame), arguments.EvaluateWithCaller(frame, caller));
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override Precedence Precedence => Precedence.Postfix;

    public override void Print(SourcePrinter printer)
    {
        printer.Operand(callee, Precedence.Postfix);
        arguments.Print(printer);
    }
}
