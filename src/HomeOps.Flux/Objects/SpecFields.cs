using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Reads the fields of a map of an object. A value of another type is a finding and counts as absent, so that one mistake hides no other.
/// </summary>
internal sealed class SpecFields(MapNode? map, string what, Location at, ICollection<Diagnostic> findings)
{
    /// <summary><c>spec</c> of an object.</summary>
    public static SpecFields Of(KustomizeResource o, ICollection<Diagnostic> findings)
    {
        const string Name = "spec";
        if (o.Root[Name] is { } other and not MapNode && !Node.IsMissingOrNull(other))
        {
            // That fields are missing goes without saying.
            findings.Add(FluxDiagnostics.Mistyped(Name, "a map", other.At ?? o.At));
            findings = [];
        }

        return new SpecFields(o.Root.Map(Name), Name, o.At, findings);
    }

    /// <summary>The map; null when it is absent.</summary>
    public MapNode? Map => map;

    /// <summary>Where the map stands.</summary>
    public Location At => map?.At ?? at;

    /// <summary>The map's name in findings: <c>spec.sourceRef</c>.</summary>
    public string What => what;

    public bool Has(string name) => !Node.IsMissingOrNull(map?[name]);

    public Location LocationOf(string name) => map?[name]?.At ?? At;

    public string Text(string name) =>
        map?[name] switch
        {
            null or ScalarNode { Tag: ScalarTag.Null } => "",
            ScalarNode { Value.Kind: Yaml.YamlKind.String or Yaml.YamlKind.Date or Yaml.YamlKind.Timestamp } scalar =>
                scalar.Text,
            { } other => Mistyped(name, "a text", other, ""),
        };

    /// <summary>Reports a length of time that the API does not take: numbers with units, as in <c>1h30m</c>.</summary>
    public void Duration(string name)
    {
        if (Text(name) is { Length: > 0 } text && !DurationText.IsDuration(text))
        {
            findings.Add(FluxDiagnostics.NoDuration($"{what}.{name}", text, LocationOf(name)));
        }
    }

    /// <summary>A field that Flux's API demands.</summary>
    public string RequiredText(string name)
    {
        Require(name);
        return Text(name);
    }

    public void Require(string name)
    {
        if (!Has(name))
        {
            findings.Add(FluxDiagnostics.Missing($"{what}.{name}", At));
        }
    }

    public bool Bool(string name) =>
        map?[name] switch
        {
            null or ScalarNode { Tag: ScalarTag.Null } => false,
            ScalarNode { Value.Object: bool truth } => truth,
            { } other => Mistyped(name, "true or false", other, false),
        };

    public SpecFields Child(string name) =>
        map?[name] switch
        {
            MapNode child => new SpecFields(child, $"{what}.{name}", child.At ?? At, findings),
            { } other when !Node.IsMissingOrNull(other) => Mistyped(name, "a map", other, Absent(name)),
            _ => Absent(name),
        };

    public IReadOnlyList<SpecFields> Children(string name)
    {
        var result = new List<SpecFields>();
        foreach (var item in Items(name, "a list of maps"))
        {
            if (item is MapNode child)
            {
                result.Add(new SpecFields(child, $"{what}.{name}", child.At ?? At, findings));
            }
            else
            {
                Mistyped(name, "a list of maps", item, false);
            }
        }

        return result;
    }

    public IReadOnlyList<LocatedText> Texts(string name)
    {
        var result = new List<LocatedText>();
        foreach (var item in Items(name, "a list of texts"))
        {
            if (item is ScalarNode { Value.Kind: Yaml.YamlKind.String } scalar)
            {
                result.Add(new LocatedText(scalar.Text, scalar.At ?? At));
            }
            else
            {
                Mistyped(name, "a list of texts", item, false);
            }
        }

        return result;
    }

    /// <summary>A map of texts, in the order written.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> TextMap(string name)
    {
        var result = new List<KeyValuePair<string, string>>();
        foreach (var (key, value) in Child(name).Map?.Entries ?? [])
        {
            if (value is ScalarNode { Value.Kind: Yaml.YamlKind.String } scalar)
            {
                result.Add(new(key, scalar.Text));
            }
            else
            {
                findings.Add(FluxDiagnostics.ValueNotText(key, $"{what}.{name}", value.At ?? At));
            }
        }

        return result;
    }

    /// <summary>Reports the fields that the API does not have: the API server refuses the object for them.</summary>
    public void Allow(ReadOnlySpan<string> known)
    {
        foreach (var (key, value) in map?.Entries ?? [])
        {
            if (!known.Contains(key))
            {
                findings.Add(
                    FluxDiagnostics.UnknownField(
                        key,
                        what,
                        Spelling.Nearest(key, known.ToArray()),
                        KeyPlace.Of(key, value) ?? At
                    )
                );
            }
        }
    }

    private SpecFields Absent(string name) => new(null, $"{what}.{name}", At, findings);

    private IEnumerable<Node> Items(string name, string expected) =>
        map?[name] switch
        {
            SeqNode sequence => sequence.Items,
            { } other when !Node.IsMissingOrNull(other) => Mistyped<IEnumerable<Node>>(name, expected, other, []),
            _ => [],
        };

    private T Mistyped<T>(string name, string expected, Node found, T absent)
    {
        findings.Add(FluxDiagnostics.Mistyped($"{what}.{name}", expected, found.At ?? At));
        return absent;
    }
}
