using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>if</c>, <c>elif</c>, <c>else</c>; no scope of its own.</summary>
internal sealed class IfStatement(TextSpan span, IfBranch[] branches, Body? otherwise) : Statement(span)
{
    public override void Declare(Scope scope)
    {
        StackGuard.Ensure();
        branches[0].Test.Declare(scope);
        var first = scope.Branch();
        branches[0].Body.Declare(first);

        // The elifs are ifs of one branch each, all noted in the same copy.
        var elifs = scope.Branch();
        foreach (var (test, body) in branches.AsSpan(1))
        {
            test.Declare(elifs);
            var branch = elifs.Branch();
            body.Declare(branch);
            elifs.Merge(branch);
        }

        var last = scope.Branch();
        otherwise?.Declare(last);
        scope.Merge(first, elifs, last);
    }

    public override void Bind(Binding binding)
    {
        var soft = binding with { IsSoft = true };
        foreach (var (test, body) in branches)
        {
            test.Bind(soft);
            body.Bind(soft);
        }

        otherwise?.Bind(soft);
    }

    public override Flow Render(Frame frame)
    {
        foreach (var branch in branches)
        {
            if (frame.IsTrue(branch.Test))
            {
                return branch.Body.Render(frame);
            }
        }

        return otherwise?.Render(frame) ?? Flow.Next;
    }

    public override void Print(SourcePrinter printer)
    {
        for (var i = 0; i < branches.Length; i++)
        {
            printer.Tag(i == 0 ? "if " : "elif ").Operand(branches[i].Test, Precedence.Or).EndTag();
            branches[i].Body.Print(printer);
        }

        if (otherwise is not null)
        {
            printer.Tag("else").EndTag();
            otherwise.Print(printer);
        }

        printer.Tag("endif").EndTag();
    }
}

/// <summary>A test and what follows when it holds.</summary>
internal sealed record IfBranch(Expression Test, Body Body);
