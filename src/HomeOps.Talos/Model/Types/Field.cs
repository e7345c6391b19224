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

    /// <summary>What it is for, for whoever writes it: shown by editors. Empty where no person writes the key.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whoever writes the struct has to write the key.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The only texts that may stand there, checked by a rule of its own; empty when any may.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Written always.</summary>
    public static Field Required(string name, ConfigType type, string description = "") =>
        new(name, type, Always: true, Pointer: false) { Description = description };

    /// <summary>Written unless zero.</summary>
    public static Field Optional(string name, ConfigType type, string description = "") =>
        new(name, type, Always: false, Pointer: false) { Description = description };

    /// <summary>Written when set, be it to zero.</summary>
    public static Field Nullable(string name, ConfigType type, string description = "") =>
        new(name, type, Always: false, Pointer: true) { Description = description };

    /// <summary>Written always, as <c>null</c> when it is not set.</summary>
    public static Field RequiredNullable(string name, ConfigType type) => new(name, type, Always: true, Pointer: true);

    /// <summary>The same field, replaced by patches.</summary>
    public Field Replaced() => this with { Replaces = true };

    /// <summary>The same field, which must be written.</summary>
    public Field Needed() => this with { IsNeeded = true };

    /// <summary>The same field, with only these texts.</summary>
    public Field OneOf(IReadOnlyList<string> words) => this with { Words = words };
}
