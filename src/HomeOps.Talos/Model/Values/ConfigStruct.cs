namespace HomeOps.Talos.Model;

/// <summary>A value with the fields of a <see cref="StructType"/>; a field that is not set is null.</summary>
internal sealed class ConfigStruct(StructType type) : ConfigValue
{
    private readonly ConfigValue?[] slots = new ConfigValue?[type.Fields.Count];

    public StructType Type { get; } = type;

    public ConfigValue? this[int field]
    {
        get => slots[field];
        set => slots[field] = value;
    }

    /// <summary>The value of a field the type has.</summary>
    public ConfigValue? this[string name]
    {
        get => slots[Type.Require(name)];
        set => slots[Type.Require(name)] = value;
    }

    /// <summary>The text of a scalar field, or empty.</summary>
    public string Text(string name) => (this[name] as ConfigScalar)?.Text ?? "";

    /// <summary>The struct in a field, or null.</summary>
    public ConfigStruct? Struct(string name) => this[name] as ConfigStruct;

    /// <summary>The items of a list field; empty when it is not set.</summary>
    public IReadOnlyList<ConfigValue> List(string name) => (this[name] as ConfigList)?.Items ?? [];

    /// <summary>The entries of a map field; empty when it is not set.</summary>
    public IReadOnlyDictionary<string, ConfigValue> Map(string name) =>
        (this[name] as ConfigMap)?.Entries ?? new Dictionary<string, ConfigValue>();

    /// <summary>A truth value, or null when it is not set.</summary>
    public bool? Bool(string name) => (this[name] as ConfigScalar)?.Value as bool?;

    /// <summary>A number, or null when it is not set.</summary>
    public long? Number(string name) => (this[name] as ConfigScalar)?.Value as long?;

    /// <summary>The struct in a field, made when it is not there yet.</summary>
    public ConfigStruct Open(string name)
    {
        if (this[name] is ConfigStruct existing)
        {
            return existing;
        }

        var made = new ConfigStruct((StructType)Type.Fields[Type.Require(name)].Type);
        this[name] = made;
        return made;
    }

    public ConfigStruct Set(string name, string value) => Put(name, new ConfigScalar(value));

    public ConfigStruct Set(string name, bool value) => Put(name, new ConfigScalar(value));

    public ConfigStruct Set(string name, long value) => Put(name, new ConfigScalar(value));

    public ConfigStruct Set(string name, IEnumerable<string> values) =>
        Put(name, new ConfigList([.. values.Select(static v => new ConfigScalar(v))]));

    public ConfigStruct SetMap(string name, IEnumerable<KeyValuePair<string, string>> values)
    {
        var map = new ConfigMap();
        foreach (var (key, value) in values)
        {
            map.Entries[key] = new ConfigScalar(value);
        }

        return Put(name, map);
    }

    public ConfigStruct Put(string name, ConfigValue? value)
    {
        this[name] = value;
        return this;
    }

    public override ConfigValue Clone() => Copy();

    public ConfigStruct Copy()
    {
        var copy = new ConfigStruct(Type) { Origin = Origin };
        for (var i = 0; i < slots.Length; i++)
        {
            copy.slots[i] = slots[i]?.Clone();
        }

        return copy;
    }
}
