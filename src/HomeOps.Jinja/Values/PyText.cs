using System.Text;

namespace HomeOps.Jinja.Values;

/// <summary>str() and repr() of any value.</summary>
public static class PyText
{
    private const int DeepestNesting = 200;

    /// <summary>Python's str().</summary>
    /// <exception cref="JinjaException">UndefinedError for an undefined of the strict mode.</exception>
    public static string Str(Value value) =>
        value.Kind switch
        {
            ValueKind.String or ValueKind.Markup => value.AsText ?? "",
            ValueKind.Missing or ValueKind.None => "None",
            ValueKind.Bool => value.AsBool ? "True" : "False",
            ValueKind.Int => value.AsInt64.ToString(),
            ValueKind.Float => FloatText.Of(value.AsDouble),
            _ => value.AsObject?.Str() ?? "None",
        };

    /// <summary>Python's str(), not longer than a rendering allows.</summary>
    /// <exception cref="JinjaException">The text of a container is longer, or UndefinedError.</exception>
    internal static string Str(Value value, int mostCharacters) =>
        value.Kind is ValueKind.List or ValueKind.Tuple or ValueKind.Dict or ValueKind.Set
            ? Container(value, mostCharacters)
            : Str(value);

    /// <summary>Python's repr().</summary>
    public static string Repr(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                return StringRepr.Of(value.AsText ?? "");
            case ValueKind.List or ValueKind.Tuple or ValueKind.Dict or ValueKind.Set:
                // Nobody knows here what this rendering may use up; the output is measured again where it goes.
                return Container(value, Limits.Default.TextLength);
            case ValueKind.Missing or ValueKind.None or ValueKind.Bool or ValueKind.Int or ValueKind.Float:
                return Str(value);
            default:
                return value.AsObject?.Repr() ?? "None";
        }
    }

    private static string Container(Value value, int mostCharacters)
    {
        var into = new StringBuilder();
        new Writer(into, mostCharacters).Write(value);
        return into.ToString();
    }

    /// <summary>Writes nested containers; one that holds itself ends in <c>[...]</c>.</summary>
    private readonly struct Writer(StringBuilder into, int mostCharacters)
    {
        private readonly List<PyObject> open = [];

        public void Write(Value value)
        {
            if (into.Length > mostCharacters)
            {
                throw JinjaException.Limit($"the text of a value is over the limit of {mostCharacters} characters");
            }
            switch (value.AsObject)
            {
                case PyList list when Enter(list, "[...]"):
                    Sequence('[', System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list.Items), ']');
                    Leave();
                    break;
                case PyTuple tuple when Enter(tuple, "(...)"):
                    Sequence('(', tuple.Items, tuple.Items.Length == 1 ? ",)" : ")");
                    Leave();
                    break;
                case PyDict dict when Enter(dict, "{...}"):
                    Dict(dict);
                    Leave();
                    break;
                case PySet set when Enter(set, "set(...)"):
                    if (set.Count == 0)
                    {
                        into.Append("set()");
                    }
                    else
                    {
                        Sequence('{', set.ToArray(), '}');
                    }
                    Leave();
                    break;
                case PyList or PyTuple or PyDict or PySet:
                    break;
                default:
                    into.Append(Repr(value));
                    break;
            }
        }

        private void Sequence<T>(char start, ReadOnlySpan<Value> items, T end)
        {
            into.Append(start);
            for (var i = 0; i < items.Length; i++)
            {
                into.Append(i == 0 ? "" : ", ");
                Write(items[i]);
            }
            into.Append(end);
        }

        private void Dict(PyDict dict)
        {
            into.Append('{');
            var first = true;
            for (var at = 0; dict.TryNext(ref at, out var key, out var item); first = false)
            {
                into.Append(first ? "" : ", ");
                Write(key);
                into.Append(": ");
                Write(item);
            }
            into.Append('}');
        }

        private bool Enter(PyObject container, string again)
        {
            if (open.Count >= DeepestNesting)
            {
                throw JinjaException.Recursion("maximum recursion depth exceeded while getting the repr of an object");
            }
            if (open.Exists(o => ReferenceEquals(o, container)))
            {
                into.Append(again);
                return false;
            }
            open.Add(container);
            return true;
        }

        private void Leave() => open.RemoveAt(open.Count - 1);
    }
}
