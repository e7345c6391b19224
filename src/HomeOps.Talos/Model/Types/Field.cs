namespace HomeOps.Talos.Model;

/// <summary>One key of a struct: its type, whether it is written when it says nothing, and how patches merge into it.</summary>
/// <param name="Name">The key in YAML.</param>
/// <param name="Type">What stands there.</param>
/// <param name="Always">It is written even when it is zero.</param>
/// <param name="Pointer">Absent and zero differ: a zero that was written is kept and overwrites.</param>
internal sealed record Field(string Name, ConfigType Type, bool Always, bool Pointer)
{
    /// <summary>A patch replaces the whole value instead of adding to it.</summary>
    public bool Replaces { get; init; }

    /// <summary>Written always.</summary>
    public static Field Required(string name, ConfigType type) => new(name, type, Always: true, Pointer: false);

    /// <summary>Written unless zero.</summary>
    public static Field Optional(string name, ConfigType type) => new(name, type, Always: false, Pointer: false);

    /// <summary>Written when set, be it to zero.</summary>
    public static Field Nullable(string name, ConfigType type) => new(name, type, Always: false, Pointer: true);

    /// <summary>Written always, as <c>null</c> when it is not set.</summary>
    public static Field RequiredNullable(string name, ConfigType type) => new(name, type, Always: true, Pointer: true);

    /// <summary>The same field, replaced by patches.</summary>
    public Field Replaced() => this with { Replaces = true };
}
