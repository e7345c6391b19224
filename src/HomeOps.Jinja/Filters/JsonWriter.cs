using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>Python's json.dumps(sort_keys=True), with <c>&lt; &gt; &amp; '</c> as escapes.</summary>
internal sealed class JsonWriter(EvaluationContext context, string? indent)
{
    private const int DeepestNesting = 500;

    private readonly StringBuilder into = new();
    private readonly List<PyObject> open = [];

    public override string ToString() => into.ToString();

    /// <exception cref="JinjaException">TypeError for what JSON does not have, ValueError for a container in itself.</exception>
    public void Write(Value value, int level)
    {
        Sequences.CheckText(context, into.Length);
        switch (value.Kind)
        {
            case ValueKind.None:
                into.Append("null");
                break;
            case ValueKind.Bool:
                into.Append(value.AsBool ? "true" : "false");
                break;
            case ValueKind.Int or ValueKind.BigInt:
                into.Append(PyText.Str(value));
                break;
            case ValueKind.Float:
                into.Append(Number(value.AsDouble));
                break;
            case ValueKind.String or ValueKind.Markup:
                WriteText(value.AsText ?? "");
                break;
            case ValueKind.List or ValueKind.Tuple when value.AsObject is { } sequence:
                WriteSequence(sequence, Iteration.ToList(context, value), level);
                break;
            case ValueKind.Dict when value.As<PyDict>() is { } dict:
                WriteDict(dict, level);
                break;
            default:
                throw JinjaException.Type($"Object of type {TypeNames.Of(value)} is not JSON serializable");
        }
    }

    private void WriteSequence(PyObject sequence, List<Value> items, int level)
    {
        if (items.Count == 0)
        {
            into.Append("[]");
            return;
        }
        Enter(sequence);
        into.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            Separate(i == 0, level + 1);
            Write(items[i], level + 1);
        }
        Close(']', level);
    }

    private void WriteDict(PyDict dict, int level)
    {
        if (dict.Count == 0)
        {
            into.Append("{}");
            return;
        }
        Enter(dict);
        into.Append('{');
        var keys = StableSort.By(new PyDictView(dict, DictViewKind.Keys).ToList(), static key => key, reverse: false);
        for (var i = 0; i < keys.Count; i++)
        {
            Separate(i == 0, level + 1);
            WriteText(Key(keys[i]));
            into.Append(": ");
            Write(dict[keys[i]], level + 1);
        }
        Close('}', level);
    }

    private static string Key(Value key) =>
        key.Kind switch
        {
            ValueKind.String or ValueKind.Markup => key.AsText ?? "",
            ValueKind.Bool => key.AsBool ? "true" : "false",
            ValueKind.None => "null",
            ValueKind.Int or ValueKind.BigInt => PyText.Str(key),
            ValueKind.Float => Number(key.AsDouble),
            _ => throw JinjaException.Type($"keys must be str, int, float, bool or None, not {TypeNames.Of(key)}"),
        };

    private static string Number(double number) =>
        double.IsNaN(number) ? "NaN"
        : double.IsInfinity(number) ? (number > 0 ? "Infinity" : "-Infinity")
        : FloatText.Of(number);

    private void WriteText(string text)
    {
        into.Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => into.Append('\\').Append(c),
                '\n' => into.Append("\\n"),
                '\r' => into.Append("\\r"),
                '\t' => into.Append("\\t"),
                '\b' => into.Append("\\b"),
                '\f' => into.Append("\\f"),
                '<' or '>' or '&' or '\'' or < ' ' or > '~' => into.Append($"\\u{(int)c:x4}"),
                _ => into.Append(c),
            };
        }
        into.Append('"');
    }

    private void Separate(bool first, int level)
    {
        into.Append(
            first ? ""
            : indent is null ? ", "
            : ","
        );
        Break(level);
    }

    private void Close(char end, int level)
    {
        Break(level);
        into.Append(end);
        open.RemoveAt(open.Count - 1);
    }

    private void Break(int level)
    {
        if (indent is not null)
        {
            into.Append('\n').Insert(into.Length, indent, level);
        }
    }

    private void Enter(PyObject container)
    {
        if (open.Exists(o => ReferenceEquals(o, container)))
        {
            throw JinjaException.Value("Circular reference detected");
        }
        if (open.Count >= DeepestNesting)
        {
            throw JinjaException.Recursion("maximum recursion depth exceeded while encoding a JSON object");
        }
        open.Add(container);
    }
}
