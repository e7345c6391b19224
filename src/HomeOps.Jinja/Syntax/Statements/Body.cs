using HomeOps.Jinja.Rendering;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary>Statements one after the other.</summary>
internal sealed class Body(Statement[] statements)
{
    /// <summary>Whether it holds only white space and comments.</summary>
    public bool IsBlank => Array.TrueForAll(statements, static s => s.IsBlank);

    public void Declare(Scope scope)
    {
        foreach (var statement in statements)
        {
            statement.Declare(scope);
        }
    }

    public void Bind(Binding binding)
    {
        StackGuard.Ensure();
        foreach (var statement in statements)
        {
            statement.Bind(binding);
        }
    }

    public Flow Render(Frame frame)
    {
        StackGuard.Ensure();
        foreach (var statement in statements)
        {
            var flow = statement.Render(frame);
            if (flow != Flow.Next)
            {
                return flow;
            }
        }

        return Flow.Next;
    }

    public void Print(SourcePrinter printer)
    {
        StackGuard.Ensure();
        foreach (var statement in statements)
        {
            statement.Print(printer);
        }
    }
}
