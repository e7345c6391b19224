namespace HomeOps.Jinja.Syntax;

/// <summary>How tightly an expression holds together, from the loosest to the tightest, as the parser reads it.</summary>
internal enum Precedence
{
    /// <summary><c>a if b else c</c>.</summary>
    Conditional,
    Or,
    And,
    Not,

    /// <summary>Comparisons, and tests: a test without arguments takes a name behind it for its argument.</summary>
    Compare,
    Sum,
    Concat,
    Product,
    Power,
    Filter,

    /// <summary>Signs, and numbers, whose digits would swallow a dot.</summary>
    Sign,

    /// <summary>Attributes, items, slices and calls.</summary>
    Postfix,
    Atom,
}
