namespace HomeOps.Yaml;

/// <summary>Whose way of writing YAML is followed.</summary>
public sealed partial record YamlProfile
{
    private YamlProfile(int indent) => Indent = indent;

    /// <summary>Columns of one level.</summary>
    public int Indent { get; }

    /// <summary>Whether what only YAML 1.1 takes for no text (<c>off</c>, <c>1:30</c>) is put into single quotes instead of double ones.</summary>
    public bool QuotesOldWordsSingly { get; init; }

    /// <summary>
    /// Whether output is the same to the byte even where SOPS writes what no reader can read: the indentation digit of a block
    /// that begins with a blank is then the indent setting, which is wrong inside lists.
    /// </summary>
    public bool ReproducesFaults { get; init; }

    /// <summary>
    /// go-yaml v3 as SOPS drives it: block style (only empty collections in brackets), sequences indented below their key, no
    /// folding of long lines.
    /// </summary>
    /// <param name="indent">Columns of one level; 0 means 4, and like go-yaml anything outside 2 to 9 means 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The indent is negative.</exception>
    public static YamlProfile Sops(int indent = 4)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(indent);
        return new YamlProfile(
            indent switch
            {
                0 => 4,
                < 2 or > 9 => 2,
                _ => indent,
            }
        );
    }
}
