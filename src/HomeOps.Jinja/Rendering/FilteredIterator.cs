using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>The items of a loop that pass its <c>if</c>.</summary>
internal sealed class FilteredIterator(PyIterator items, Func<Value, Value> passed) : PyIterator
{
    public override bool MoveNext(out Value value)
    {
        while (items.MoveNext(out value))
        {
            value = passed(value);
            if (!value.IsMissing)
            {
                return true;
            }
        }

        return false;
    }
}
