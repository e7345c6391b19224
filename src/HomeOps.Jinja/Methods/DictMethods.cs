using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>The methods of dict.</summary>
internal static class DictMethods
{
    public static Method? Find(string name) =>
        name switch
        {
            "clear" => Clear,
            "copy" => Copy,
            "fromkeys" => FromKeys,
            "get" => Get,
            "items" => Items,
            "keys" => Keys,
            "pop" => Pop,
            "popitem" => PopItem,
            "setdefault" => SetDefault,
            "update" => Update,
            "values" => Values,
            _ => null,
        };

    public static Value Items(EvaluationContext context, Value self, CallArguments arguments) =>
        View(self, arguments, "items", DictViewKind.Items);

    private static Value Keys(EvaluationContext context, Value self, CallArguments arguments) =>
        View(self, arguments, "keys", DictViewKind.Keys);

    private static Value Values(EvaluationContext context, Value self, CallArguments arguments) =>
        View(self, arguments, "values", DictViewKind.Values);

    private static Value Clear(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "clear", 0, 0);
        Dict(self).Clear();
        return Value.None;
    }

    private static Value Copy(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "copy", 0, 0);
        return Dict(self).Copy();
    }

    private static Value FromKeys(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "fromkeys", 1, 2);
        var value = arguments.PositionalCount > 1 ? arguments.At(1) : Value.None;
        var dict = new PyDict();
        var keys = Iteration.Of(context, arguments.At(0));
        while (keys.MoveNext(out var key))
        {
            dict.Set(key, value);
            Sequences.CheckItems(context, dict.Count);
        }
        return dict;
    }

    private static Value Get(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "get", 1, 2);
        return Dict(self).TryGet(Hashable(arguments.At(0)), out var value) ? value
            : arguments.PositionalCount > 1 ? arguments.At(1)
            : Value.None;
    }

    private static Value Pop(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "pop", 1, 2);
        return Dict(self).Remove(arguments.At(0), out var value) ? value
            : arguments.PositionalCount > 1 ? arguments.At(1)
            : throw JinjaException.Key(arguments.At(0));
    }

    private static Value PopItem(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "popitem", 0, 0);
        var (last, found) = (default(Value), default(Value));
        for (var at = 0; Dict(self).TryNext(ref at, out var key, out var value); )
        {
            (last, found) = (key, value);
        }
        if (last.IsMissing)
        {
            throw JinjaException.Key("popitem(): dictionary is empty");
        }
        Dict(self).Remove(last, out _);
        return new PyTuple([last, found]);
    }

    private static Value SetDefault(EvaluationContext context, Value self, CallArguments arguments)
    {
        arguments.Expect(self, "setdefault", 1, 2);
        if (Dict(self).TryGet(Hashable(arguments.At(0)), out var value))
        {
            return value;
        }
        value = arguments.PositionalCount > 1 ? arguments.At(1) : Value.None;
        Dict(self).Set(arguments.At(0), value);
        return value;
    }

    private static Value Update(EvaluationContext context, Value self, CallArguments arguments)
    {
        if (arguments.PositionalCount > 1)
        {
            throw JinjaException.Type($"update expected at most 1 argument, got {arguments.PositionalCount}");
        }
        Fill(context, Dict(self), arguments);
        return Value.None;
    }

    /// <summary>Puts a mapping or pairs, then the keywords, into a dict: what dict() and dict.update share.</summary>
    public static void Fill(EvaluationContext context, PyDict dict, CallArguments arguments)
    {
        if (arguments.PositionalCount > 0)
        {
            if (arguments.At(0).As<PyDict>() is { } mapping)
            {
                for (var at = 0; mapping.TryNext(ref at, out var key, out var value); )
                {
                    dict.Set(key, value);
                }
            }
            else
            {
                // Python asks for the method keys first, which an undefined answers with its error.
                PyUndefined.Refuse(arguments.At(0).As<PyUndefined>());
                FillPairs(context, dict, arguments.At(0));
            }
        }
        for (var i = 0; i < arguments.KeywordCount; i++)
        {
            dict.Set(arguments.Names[i], arguments.KeywordValues[i]);
        }
    }

    private static void FillPairs(EvaluationContext context, PyDict dict, Value pairs)
    {
        var items = Iteration.Of(context, pairs);
        for (var i = 0; items.MoveNext(out var item); i++)
        {
            var pair = Iteration.Try(context, item) is null
                ? throw JinjaException.Type($"cannot convert dictionary update sequence element #{i} to a sequence")
                : Iteration.ToList(context, item);
            if (pair.Count != 2)
            {
                throw JinjaException.Value(
                    $"dictionary update sequence element #{i} has length {pair.Count}; 2 is required"
                );
            }
            dict.Set(pair[0], pair[1]);
            Sequences.CheckItems(context, dict.Count);
        }
    }

    private static Value View(Value self, CallArguments arguments, string name, DictViewKind kind)
    {
        arguments.Expect(self, name, 0, 0);
        return new PyDictView(Dict(self), kind);
    }

    private static Value Hashable(Value key)
    {
        _ = Hashing.OfKey(key);
        return key;
    }

    private static PyDict Dict(Value self) => self.As<PyDict>() ?? new PyDict();
}
