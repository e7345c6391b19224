using System.Numerics;
using HomeOps.Jinja.Values;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Makejinja;

/// <summary>What PyYAML's safe loader makes of a document (PyYAML constructor.py, SafeConstructor).</summary>
internal sealed class YamlData(SourceText source, List<Diagnostic> findings)
{
    private const string TagPrefix = "tag:yaml.org,2002:";

    // An alias is the same object as what it refers to; the reader has refused aliases inside of their own anchor.
    private readonly Dictionary<YamlNode, Value> anchored = new(ReferenceEqualityComparer.Instance);

    /// <summary>The value of a node; where something is wrong, None, and the findings say what.</summary>
    public Value ToValue(YamlNode node)
    {
        var target = node.Resolved;
        if (target.Anchor is null && node is not YamlAlias)
        {
            return Build(target);
        }

        if (!anchored.TryGetValue(target, out var value))
        {
            value = Build(target);
            anchored.Add(target, value);
        }

        return value;
    }

    private Value Build(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => Scalar(scalar),
            YamlSequence sequence => Sequence(sequence),
            YamlMapping mapping => Mapping(mapping),
            _ => Value.None,
        };

    private Value Scalar(YamlScalar scalar)
    {
        try
        {
            var value = YamlResolver.PyYaml.Resolve(scalar);
            return value.Object switch
            {
                null => Value.None,
                bool flag => flag,
                long number => number,
                BigInteger number => Value.Integer(number),
                double number => number,
                byte[] bytes => new PyBytes(bytes),
                DateOnly date => new PyTemporal(TemporalKind.Date, date.ToDateTime(default)),
                YamlTimestamp time => new PyTemporal(TemporalKind.DateTime, time.Local, time.Offset),
                object text => (string)text,
            };
        }
        catch (FormatException wrong)
        {
            return Report(DataDiagnostics.BadScalar(source.At(scalar.Span), wrong.Message, scalar.Tag is not null));
        }
    }

    private Value Sequence(YamlSequence sequence)
    {
        var items = sequence.Items.Select(ToValue).ToList();
        switch (sequence.Tag)
        {
            case null or "!" or TagPrefix + "seq":
                return new PyList((IEnumerable<Value>)items);
            // A list of pairs, each written as a mapping of one key.
            case TagPrefix + "omap" or TagPrefix + "pairs":
                return new PyList(
                    items.Select(static i =>
                        i.As<PyDict>() is { Count: 1 } pair
                            ? pair.Entries.Select(static e => (Value)new PyTuple([e.Key, e.Value])).First()
                            : i
                    )
                );
            default:
                return Report(DataDiagnostics.UnknownTag(source.At(sequence.Span), sequence.Tag));
        }
    }

    private Value Mapping(YamlMapping mapping)
    {
        switch (mapping.Tag)
        {
            case null or "!" or TagPrefix + "map":
                var dict = new PyDict(mapping.Entries.Count);
                AddMerged(dict, mapping);
                AddOwn(dict, mapping);
                return dict;
            case TagPrefix + "set":
                return new PySet(mapping.Entries.Select(e => ToValue(e.Key)).Where(IsHashable));
            default:
                return Report(DataDiagnostics.UnknownTag(source.At(mapping.Span), mapping.Tag));
        }

        bool IsHashable(Value key) => key.AsObject?.IsHashable ?? true;
    }

    // Merged keys come first, so that the mapping's own keys replace them; of several merged mappings the first wins.
    private void AddMerged(PyDict dict, YamlMapping mapping)
    {
        for (var i = mapping.Entries.Count - 1; i >= 0; i--)
        {
            var entry = mapping.Entries[i];
            if (!IsMerge(entry))
            {
                continue;
            }

            switch (entry.Value.Resolved)
            {
                case YamlMapping merged:
                    Merge(dict, merged);
                    break;
                case YamlSequence list when list.Items.All(static m => m.Resolved is YamlMapping):
                    foreach (var merged in list.Items.Reverse())
                    {
                        Merge(dict, (YamlMapping)merged.Resolved);
                    }

                    break;
                default:
                    findings.Add(DataDiagnostics.BadMerge(source.At(entry.Value.Span)));
                    break;
            }
        }
    }

    private void Merge(PyDict dict, YamlMapping merged)
    {
        if (ToValue(merged).As<PyDict>() is { } values)
        {
            foreach (var (key, value) in values.Entries)
            {
                dict[key] = value;
            }
        }
    }

    private void AddOwn(PyDict dict, YamlMapping mapping)
    {
        var own = new HashSet<Value>();
        foreach (var entry in mapping.Entries)
        {
            if (IsMerge(entry))
            {
                continue;
            }

            var key = ToValue(entry.Key);
            if (key.AsObject is { IsHashable: false })
            {
                findings.Add(DataDiagnostics.UnhashableKey(source.At(entry.Key.Span)));
                continue;
            }

            if (!own.Add(key))
            {
                findings.Add(DataDiagnostics.DuplicateKey(source.At(entry.Key.Span), entry.Name ?? PyText.Str(key)));
            }

            dict[key] = ToValue(entry.Value);
        }
    }

    private static bool IsMerge(YamlEntry entry) =>
        entry.Key is YamlScalar { Value: "<<", Style: ScalarStyle.Plain, Tag: null or TagPrefix + "merge" };

    private Value Report(Diagnostic finding)
    {
        findings.Add(finding);
        return Value.None;
    }
}
