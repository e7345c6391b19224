using System.Text;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>pprint: Python's pprint.pformat, 80 columns, dict keys sorted.</summary>
internal sealed class PrettyPrint
{
    private const int Width = 80;
    private const int DeepestNesting = 200;

    private static readonly Signature Signature = new("do_pprint", [], [], hidden: 1);

    private readonly StringBuilder into = new();
    private readonly List<PyObject> open = [];

    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        Signature.Bind(arguments);
        var printer = new PrettyPrint();

        // What cannot be written on one line of any length cannot be written on several.
        Sequences.CheckText(context, PyText.Repr(value).Length);
        printer.Write(value, 0, 0, 1);
        Sequences.CheckText(context, printer.into.Length);
        return printer.into.ToString();
    }

    private void Write(Value value, int indent, int allowance, int level)
    {
        var flat = Flat(value);
        if (CodePoints.Count(flat) <= Width - indent - allowance)
        {
            into.Append(flat);
            return;
        }
        switch (value.AsObject)
        {
            case PyDict { Count: > 0 } dict when Enter(dict):
                into.Append('{');
                WritePairs(Sorted(dict), indent + 1, allowance + 1, level + 1);
                into.Append('}');
                Leave();
                break;
            case PyList { Count: > 0 } list when Enter(list):
                into.Append('[');
                WriteItems(list.Items, indent + 1, allowance + 1, level + 1);
                into.Append(']');
                Leave();
                break;
            case PyTuple { Items.Length: > 0 } tuple when Enter(tuple):
                var end = tuple.Items.Length == 1 ? ",)" : ")";
                into.Append('(');
                WriteItems(tuple.Items, indent + 1, allowance + end.Length, level + 1);
                into.Append(end);
                Leave();
                break;
            default:
                if (value.Kind == ValueKind.String)
                {
                    WriteText(value.AsText ?? "", indent, allowance, level);
                }
                else
                {
                    into.Append(flat);
                }
                break;
        }
    }

    private void WritePairs(List<(Value Key, Value Item)> pairs, int indent, int allowance, int level)
    {
        for (var i = 0; i < pairs.Count; i++)
        {
            Separate(i, indent);
            var key = Flat(pairs[i].Key);
            into.Append(key).Append(": ");
            var last = i == pairs.Count - 1;
            Write(pairs[i].Item, indent + CodePoints.Count(key) + 2, last ? allowance : 1, level);
        }
    }

    private void WriteItems(IReadOnlyList<Value> items, int indent, int allowance, int level)
    {
        for (var i = 0; i < items.Count; i++)
        {
            Separate(i, indent);
            Write(items[i], indent, i == items.Count - 1 ? allowance : 1, level);
        }
    }

    private void Separate(int index, int indent)
    {
        if (index > 0)
        {
            into.Append(",\n").Append(' ', indent);
        }
    }

    // A long string becomes adjacent literals, cut at line ends and then at blanks; in parentheses when it stands alone.
    private void WriteText(string text, int indent, int allowance, int level)
    {
        if (level == 1)
        {
            indent++;
            allowance++;
        }
        var room = Width - indent;
        var chunks = new List<string>();
        var lines = SplitMethods.Lines(text, keepEnds: true);
        for (var i = 0; i < lines.Count; i++)
        {
            var last = i == lines.Count - 1;
            var whole = StringRepr.Of(lines[i]);
            if (CodePoints.Count(whole) <= room - (last ? allowance : 0))
            {
                chunks.Add(whole);
            }
            else
            {
                AddParts(chunks, lines[i], room, last ? allowance : 0);
            }
        }
        into.Append(chunks.Count > 1 && level == 1 ? "(" : "");
        for (var i = 0; i < chunks.Count; i++)
        {
            into.Append(i == 0 ? "" : "\n").Append(' ', i == 0 ? 0 : indent).Append(chunks[i]);
        }
        into.Append(chunks.Count > 1 && level == 1 ? ")" : "");
    }

    private static void AddParts(List<string> chunks, string line, int room, int allowance)
    {
        var current = "";
        for (var at = 0; at < line.Length; )
        {
            var start = at;
            while (at < line.Length && !UnicodeClass.IsSpace(line[at]))
            {
                at++;
            }
            while (at < line.Length && UnicodeClass.IsSpace(line[at]))
            {
                at++;
            }
            var candidate = current + line[start..at];
            var most = at == line.Length ? room - allowance : room;
            if (CodePoints.Count(StringRepr.Of(candidate)) > most)
            {
                if (current.Length > 0)
                {
                    chunks.Add(StringRepr.Of(current));
                }
                current = line[start..at];
            }
            else
            {
                current = candidate;
            }
        }
        if (current.Length > 0)
        {
            chunks.Add(StringRepr.Of(current));
        }
    }

    // repr() with sorted dicts.
    private string Flat(Value value)
    {
        switch (value.AsObject)
        {
            case PyDict dict when Enter(dict):
                var pairs = Sorted(dict).ConvertAll(p => $"{Flat(p.Key)}: {Flat(p.Item)}");
                Leave();
                return $"{{{string.Join(", ", pairs)}}}";
            case PyList list when Enter(list):
                var items = list.Items.ConvertAll(Flat);
                Leave();
                return $"[{string.Join(", ", items)}]";
            case PyTuple tuple when Enter(tuple):
                var members = Array.ConvertAll(tuple.Items, Flat);
                Leave();
                return $"({string.Join(", ", members)}{(members.Length == 1 ? "," : "")})";
            case PyDict or PyList or PyTuple:
                return $"<Recursion on {TypeNames.Of(value)}>";
            default:
                return PyText.Repr(value);
        }
    }

    private static List<(Value Key, Value Item)> Sorted(PyDict dict)
    {
        var keys = StableSort.By(new PyDictView(dict, DictViewKind.Keys).ToList(), IsBefore);
        return keys.ConvertAll(key => (key, dict[key]));
    }

    // Keys without an order go by the names of their types (pprint._safe_key).
    private static bool IsBefore(Value left, Value right)
    {
        try
        {
            return Comparison.IsLess(left, right);
        }
        catch (JinjaException unordered) when (unordered.Kind == JinjaErrorKind.Type)
        {
            return string.CompareOrdinal(TypeNames.Of(left), TypeNames.Of(right)) < 0;
        }
    }

    private bool Enter(PyObject container)
    {
        if (open.Exists(o => ReferenceEquals(o, container)))
        {
            return false;
        }
        if (open.Count >= DeepestNesting)
        {
            throw JinjaException.Recursion();
        }
        open.Add(container);
        return true;
    }

    private void Leave() => open.RemoveAt(open.Count - 1);
}
