namespace HomeOps.Jinja.Values;

/// <summary>What a call passes: the positional values, then the keyword values with their names apart.</summary>
/// <remarks>The arrays may be shared between calls (constant arguments are built once): a callee never changes them.</remarks>
public readonly struct CallArguments
{
    private readonly Value[]? values;
    private readonly string[]? names;

    /// <summary>Arguments of a call.</summary>
    /// <param name="values">Positional values first, then one value for each name.</param>
    /// <param name="names">The keywords, unique; null when there are none.</param>
    public CallArguments(Value[] values, string[]? names = null)
    {
        this.values = values;
        this.names = names is { Length: > 0 } ? names : null;
    }

    /// <summary>No arguments.</summary>
    public static CallArguments None => default;

    /// <summary>Positional arguments only.</summary>
    public static CallArguments Of(params Value[] values) => new(values);

    /// <summary>The positional values.</summary>
    public ReadOnlySpan<Value> Positional => values is null ? default : values.AsSpan(0, values.Length - KeywordCount);

    /// <summary>The keywords.</summary>
    public ReadOnlySpan<string> Names => names;

    /// <summary>The values of <see cref="Names"/>, in the same order.</summary>
    public ReadOnlySpan<Value> KeywordValues =>
        names is null ? default : values.AsSpan(values.AsSpan().Length - names.Length);

    /// <summary>How many positional values there are.</summary>
    public int PositionalCount => (values?.Length ?? 0) - KeywordCount;

    /// <summary>How many keywords there are.</summary>
    public int KeywordCount => names?.Length ?? 0;

    /// <summary>Whether nothing is passed.</summary>
    public bool IsEmpty => values is null || values.Length == 0;

    /// <summary>The positional value at an index, missing when there are not so many.</summary>
    public Value At(int index) => index < PositionalCount && values is not null ? values[index] : default;

    /// <summary>The value of a keyword, missing when it is not passed.</summary>
    public Value Keyword(string name)
    {
        var at = Names.IndexOf(name);
        return at < 0 ? default : KeywordValues[at];
    }

    /// <summary>The arguments without the first positional ones.</summary>
    public CallArguments Skip(int count) => values is null ? default : new(values[count..], names);

    /// <summary>The arguments with one more positional value in front.</summary>
    public CallArguments Prepend(Value first) => new([first, .. values ?? []], names);
}
