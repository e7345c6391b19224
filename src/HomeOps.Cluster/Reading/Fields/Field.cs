using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// What reading a key gave. A value that was found faulty is <see cref="FieldState.Broken"/>: the finding is made, and no
/// rule looks at the field again.
/// </summary>
internal readonly record struct Field<T>(FieldState State, T? Value, Location? Place)
    where T : notnull
{
    public static Field<T> Absent { get; } = new(FieldState.Absent, default, null);

    public static Field<T> Broken(Location? place) => new(FieldState.Broken, default, place);

    public static Field<T> Given(T value, Location place) => new(FieldState.Given, value, place);

    /// <summary>The value when one was given and is in order.</summary>
    public bool Has([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
    {
        value = Value;
        return State == FieldState.Given && value is not null;
    }

    /// <summary>The value, or the default of an absent key.</summary>
    public T Or(T standard) => Has(out var value) ? value : standard;

    /// <summary>This field, or one holding the default when the key is absent; a broken field stays broken.</summary>
    public Field<T> WithDefault(T standard) =>
        State == FieldState.Absent ? new(FieldState.Given, standard, null) : this;
}

/// <summary>Whether a key was there and in order.</summary>
internal enum FieldState
{
    Absent,
    Broken,
    Given,
}
