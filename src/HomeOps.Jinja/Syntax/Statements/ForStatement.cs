using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary><c>for target in items if filter recursive</c> with its <c>else</c>.</summary>
internal sealed class ForStatement(
    TextSpan span,
    Target target,
    Expression items,
    Expression? filter,
    bool isRecursive,
    Body body,
    Body? otherwise,
    NameMentions mentions,
    bool assignsLoop
) : Statement(span)
{
    private readonly Target? filterTarget = filter is null ? null : target.Copy();

    // The loop object is made only where the body can see it, also through a scoped block.
    private readonly bool isExtended =
        isRecursive || (mentions & (NameMentions.Loop | NameMentions.ScopedBlock)) != NameMentions.None;

    private ScopeEntry entry = ScopeEntry.None;
    private ScopeEntry filterEntry = ScopeEntry.None;
    private ScopeEntry otherwiseEntry = ScopeEntry.None;
    private FunctionLayout? function;
    private Slot loopSlot;

    public override void Declare(Scope scope) => items.Declare(scope);

    public override void Bind(Binding binding)
    {
        items.Bind(binding);
        if (assignsLoop)
        {
            throw TokenStream.Error(
                "Can't assign to special loop variable in for-loop target",
                target.Span,
                JinjaErrorKind.Assertion
            );
        }

        // A recursive loop is a function: each call has variables of its own.
        var outer = binding;
        if (isRecursive)
        {
            function = new FunctionLayout(binding.Scope.Function);
            outer = binding with { Scope = new Scope(function, binding.Scope) };
        }

        var inner = outer.Inner();
        if (isExtended)
        {
            inner.Scope.Parameter("loop");
        }

        target.DeclareParameters(inner.Scope);
        body.Declare(inner.Scope);
        loopSlot = isExtended ? inner.Scope.SlotOf("loop") : default;
        target.Bind(inner);
        BindFilter(outer);
        body.Bind(inner);
        entry = inner.Scope.Entry();
        if (otherwise is not null)
        {
            var elseBinding = outer.Inner();
            otherwise.Declare(elseBinding.Scope);
            otherwise.Bind(elseBinding);
            otherwiseEntry = elseBinding.Scope.Entry();
        }
    }

    public override Flow Render(Frame frame)
    {
        var values = items.Evaluate(frame);
        return function is null ? Iterate(frame, values, 0) : Iterate(new Frame(frame, function.Count), values, 0);
    }

    /// <summary>What <c>loop(items)</c> does in a recursive loop: the text of the body over other items.</summary>
    public Value Recurse(Frame frame, Value values, int depth)
    {
        var state = frame.Context.State;
        state.Enter();
        var start = frame.Output.Length;
        Iterate(new Frame(frame.Outer, frame.Slots.Length), values, depth);
        state.Leave();
        return frame.Output.Take(start, frame.Context.Autoescape);
    }

    private void BindFilter(Binding outer)
    {
        if (filter is not null && filterTarget is not null)
        {
            var inner = outer.Inner();
            filterTarget.DeclareParameters(inner.Scope);
            filter.Declare(inner.Scope);
            filterTarget.Bind(inner);
            filter.Bind(inner);
            filterEntry = inner.Scope.Entry();
        }
    }

    private Flow Iterate(Frame frame, Value values, int depth)
    {
        PyIterator iterator;
        try
        {
            iterator = Iteration.Of(frame.Context, values);
        }
        catch (JinjaException error) when (frame.Place(error, items.Span))
        {
            throw;
        }

        if (filter is not null && filterTarget is not null)
        {
            filterEntry.Enter(frame);
            iterator = new FilteredIterator(iterator, item => Passed(frame, filterTarget, filter, item));
            values = iterator;
        }

        var loop = isExtended ? new LoopContext(frame, values, iterator, isRecursive ? this : null, depth) : null;
        var completed = Iterate(frame, loop ?? iterator, loop);
        if (completed || otherwise is null)
        {
            return Flow.Next;
        }

        otherwiseEntry.Enter(frame);
        var flow = otherwise.Render(frame);
        otherwiseEntry.Leave(frame);
        return flow;
    }

    // True when the body ran to its end at least once; only then the else part is skipped.
    private bool Iterate(Frame frame, PyIterator iterator, LoopContext? loop)
    {
        var completed = false;
        entry.EnterOnce(frame);
        while (MoveNext(frame, iterator, out var item))
        {
            target.Assign(frame, item);
            if (loop is not null)
            {
                loopSlot.In(frame) = loop;
            }

            entry.EnterEach(frame);
            frame.Context.State.CountIteration();
            var flow = body.Render(frame);
            if (flow == Flow.Break)
            {
                break;
            }

            completed |= flow == Flow.Next;
        }

        entry.Leave(frame);
        return completed;
    }

    private bool MoveNext(Frame frame, PyIterator iterator, out Value item)
    {
        try
        {
            return iterator.MoveNext(out item);
        }
        catch (JinjaException error) when (frame.Place(error, items.Span))
        {
            throw;
        }
    }

    // What passes the filter, else nothing; Jinja2 hands on what the target holds, so that a list unpacked is a tuple then.
    private static Value Passed(Frame frame, Target target, Expression test, Value item)
    {
        target.Assign(frame, item);
        return frame.IsTrue(test) ? target.Read(frame) : default;
    }

    public override void Print(SourcePrinter printer)
    {
        target.Print(printer.Tag("for "));
        // What follows the values and the filter is a name, which a test without arguments would take.
        printer.Code(" in ").Operand(items, Precedence.Sum);
        if (filter is not null)
        {
            printer.Code(" if ").Operand(filter, Precedence.Sum);
        }

        printer.Code(isRecursive ? " recursive" : "").EndTag();
        body.Print(printer);
        if (otherwise is not null)
        {
            printer.Tag("else").EndTag();
            otherwise.Print(printer);
        }

        printer.Tag("endfor").EndTag();
    }
}
