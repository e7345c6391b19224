using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>A function or filter that homeops.toml declares.</summary>
/// <param name="Name">What templates call it.</param>
/// <param name="IsFilter">Whether it is a filter; its first argument is then the filtered value.</param>
/// <param name="Arguments">The names of its arguments.</param>
/// <param name="Body">What it gives.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record Declaration(
    string Name,
    bool IsFilter,
    IReadOnlyList<string> Arguments,
    DeclaredBody Body,
    Location Place
);
