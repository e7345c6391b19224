using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>The variable <c>loop</c>; also walks the items, since it may have to look ahead.</summary>
internal sealed class LoopContext(Frame frame, Value items, PyIterator iterator, ForStatement? recursive, int depth0)
    : PyIterator
{
    private PyIterator iterator = iterator;
    private long index0 = -1;
    private long length = -1;
    private Value before;
    private Value current;
    private Value after;
    private Value lastChanged;

    public override string TypeName => "LoopContext";

    public override string TypeModule => "jinja2.runtime";

    public override bool IsCallable => true;

    public override bool MoveNext(out Value value)
    {
        value = after;
        after = default;
        if (value.IsMissing && !iterator.MoveNext(out value))
        {
            return false;
        }

        index0++;
        before = current;
        current = value;
        return true;
    }

    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "index" => index0 + 1,
            "index0" => index0,
            "revindex" => Length() - index0,
            "revindex0" => Length() - index0 - 1,
            "first" => index0 == 0,
            "last" => PeekNext().IsMissing,
            "length" => Length(),
            "depth" => depth0 + 1,
            "depth0" => depth0,
            "previtem" => index0 == 0 ? context.UndefinedHint("there is no previous item") : before,
            "nextitem" => PeekNext() is { IsMissing: false } next
                ? next
                : context.UndefinedHint("there is no next item"),
            "cycle" => new PyFunction("cycle", Cycle),
            "changed" => new PyFunction("changed", Changed),
            _ => Value.Missing,
        };
        return !value.IsMissing;
    }

    /// <summary>Renders the body of a recursive loop over other items.</summary>
    public override Value Call(EvaluationContext context, CallArguments arguments)
    {
        if (recursive is null)
        {
            throw JinjaException.Type("The loop must have the 'recursive' marker to be called recursively.");
        }

        var given = arguments.PositionalCount > 0 ? arguments.At(0) : arguments.Keyword("iterable");
        return given.IsMissing
            ? throw JinjaException.Type("LoopContext.__call__() missing 1 required positional argument: 'iterable'")
            : recursive.Recurse(frame, given, depth0 + 1);
    }

    public override bool TryGetLength(out long count)
    {
        count = Length();
        return true;
    }

    public override bool IsTrue => Length() != 0;

    public override string Repr() => $"<LoopContext {index0 + 1}/{Length()}>";

    private Value PeekNext()
    {
        if (after.IsMissing)
        {
            iterator.MoveNext(out after);
        }

        return after;
    }

    // A sequence without a length is read to its end first.
    private long Length()
    {
        if (length < 0 && items.AsObject is not PyIterator && (items.IsText || items.AsObject is not null))
        {
            length = Iteration.Length(items);
        }

        if (length < 0)
        {
            var rest = Iteration.ToList(frame.Context, iterator);
            length = rest.Count + index0 + 1 + (after.IsMissing ? 0 : 1);
            iterator = new ListIterator(new PyList(rest));
        }

        return length;
    }

    private Value Cycle(EvaluationContext context, CallArguments arguments) =>
        arguments.PositionalCount == 0
            ? throw JinjaException.Type("no items for cycling given")
            : arguments.At((int)(index0 % arguments.PositionalCount));

    private Value Changed(EvaluationContext context, CallArguments arguments)
    {
        Value values = new PyTuple(arguments.Positional.ToArray());
        var changed = lastChanged.IsMissing || !Comparison.AreEqual(lastChanged, values);
        lastChanged = values;
        return changed;
    }
}
