using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>What an option is made of.</summary>
internal enum OptionKind
{
    Text,
    OptionalText,
    Flag,
    Number,
    List,
    Pairs,
    PairsOfLists,
}

/// <summary>A value given to an option, whichever way it came: the part that its <see cref="OptionKind"/> uses is set.</summary>
internal sealed record OptionValue
{
    public string Text { get; init; } = string.Empty;

    public bool Flag { get; init; }

    public IReadOnlyList<string> List { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Pairs { get; init; } = [];

    /// <summary>Where the value stands, or each item of a list; empty when it does not come from a file.</summary>
    public IReadOnlyList<Location> Places { get; init; } = [];

    public Location? Place(int index = 0) => index < Places.Count ? Places[index] : null;
}

/// <summary>A value that comes neither from makejinja.toml nor from the environment, but from the command line.</summary>
/// <param name="Name">The option, dotted as in makejinja.toml: <c>delimiter.block_start</c>.</param>
/// <param name="Values">The values; a list option is replaced by all of them, any other takes the last. Tables take <c>name=value</c>.</param>
public sealed record OptionOverride(string Name, IReadOnlyList<string> Values);
