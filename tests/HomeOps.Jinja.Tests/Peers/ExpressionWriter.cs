namespace HomeOps.Jinja.Tests.Peers;

/// <summary>Writes random expressions that mostly make sense; kinds as in <see cref="Vocabulary"/>.</summary>
internal sealed class ExpressionWriter(Random random)
{
    private const string Kinds = "IFBSLDUA";

    private static readonly Dictionary<char, string[]> Literals = new()
    {
        ['I'] =
        [
            "0",
            "1",
            "2",
            "-1",
            "12",
            "255",
            "0x1F",
            "0b101",
            "0o17",
            "1_000",
            "9223372036854775807",
            "-9223372036854775808",
            "12345678901234567890123",
        ],
        ['W'] = ["0", "1", "2", "3", "4", "5", "7", "10", "20", "-1", "-2", "true", "'3'", "none"],
        ['F'] =
        [
            "0.0",
            "-0.0",
            "1.5",
            "2.5",
            "0.1",
            "1e-5",
            "123456789.125",
            "1e22",
            "5e-324",
            "1.7976931348623157e308",
            "1.15",
            "100.0",
        ],
        ['B'] = ["true", "false", "True", "none"],
        ['S'] =
        [
            "''",
            "'a'",
            "'b'",
            "\"it's\"",
            "'a,b,,c'",
            "'Hello World'",
            "'  x  '",
            @"'\n\t\\'",
            @"'\x00\u00e9'",
            "'ß'",
            "'İi'",
            "'1.5'",
            "'0x1f'",
            "'name'",
            "'<b>'",
            "'x' 'y'",
            "', '",
            "' '",
            "'-'",
            "'ceil'",
            "'floor'",
            "'value'",
            "'utf-8'",
            "'ǆ ﬁ'",
        ],
        ['E'] =
        [
            "'odd'",
            "'even'",
            "'defined'",
            "'none'",
            "'string'",
            "'number'",
            "'equalto'",
            "'lt'",
            "'>='",
            "'=='",
            "'in'",
            "'divisibleby'",
            "'sameas'",
            "'nosuch'",
        ],
        ['M'] =
        [
            "'upper'",
            "'string'",
            "'abs'",
            "'length'",
            "'int'",
            "'default'",
            "'first'",
            "'trim'",
            "'tojson'",
            "'nosuch'",
        ],
        ['P'] = ["'name'", "'age'", "'nick'", "'x.y'", "'a'", "0", "'0'", "1", "'1.0'", "'name,age'"],
        ['Y'] =
        [
            "'{} {}'",
            "'{0!r:>10}'",
            "'{:05d}'",
            "'{:,.2f}|{:e}'",
            "'{:+x}'",
            "'{x}'",
            "'{x[0]}{0}'",
            "'{:^{}}'",
            "'{:%}'",
            "'{:.3}'",
            "'{:g}'",
            "'{{}}'",
            "'%s %r'",
            "'%05.2f'",
            "'%+d|%x'",
            "'%(a)s'",
            "'%5s|%-5s'",
            "'%c'",
            "'%e %g'",
            "'%%'",
            "'%.3s'",
            "'%#o'",
            "'%*d'",
            "'%i%%'",
            "'{:b}'",
            "'{:_}'",
            "'{:n}'",
            "'{!s}'",
            "'{:<6}|'",
            "'{:#X}'",
        ],
    };

    /// <summary>Names beside the variables of every case; a template adds what it assigns.</summary>
    public List<string> Names { get; } = ["missing"];

    /// <summary>An expression.</summary>
    /// <param name="kind">The kind it should be of, and mostly is.</param>
    /// <param name="depth">How deeply it may be nested.</param>
    public string Write(char kind, int depth)
    {
        if (random.Next(20) == 0 || kind == 'A')
        {
            kind = Kinds[random.Next(Kinds.Length - 1)];
        }

        return depth <= 0 || random.Next(5) == 0 ? Leaf(kind) : Composed(kind, depth - 1);
    }

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private string Leaf(char kind)
    {
        if (random.Next(12) == 0)
        {
            return Pick(Names);
        }

        switch (kind)
        {
            case 'N':
                return Leaf(Pick('I', 'I', 'F'));
            case 'L' when random.Next(3) == 0:
                return $"[{Items()}]";
            case 'U' when random.Next(2) == 0:
                return $"({Leaf('A')}, {Items()})";
            case 'D' when random.Next(2) == 0:
                return $"{{{Leaf('S')}: {Leaf('A')}, {Leaf(Pick('S', 'I', 'B'))}: {Leaf('A')}}}";
            case 'A':
                return Leaf(Pick('I', 'F', 'B', 'S', 'S', 'L', 'D', 'U'));
        }

        var literals = Literals.GetValueOrDefault(kind, []);
        var names = PeerVariables.Names(kind);
        return names.Length == 0 || (literals.Length > 0 && random.Next(2) == 0) ? Pick(literals) : Pick(names);
    }

    private string Items() => string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Leaf('A')));

    private string Composed(char kind, int depth)
    {
        var word = random.Next(5) < 3 ? Word(kind, depth) : null;
        if (word is not null)
        {
            return word;
        }

        switch (kind)
        {
            case 'I':
                return random.Next(8) switch
                {
                    0 => $"{Operand('I', depth)} ** {Pick("0", "1", "2", "3", "-1", "5", "true", "0.5")}",
                    1 => $"-{Operand('I', depth)}",
                    2 => $"+{Operand('N', depth)}",
                    _ => $"{Operand('I', depth)} {Pick("+", "-", "*", "//", "%")} {Operand('I', depth)}",
                };
            case 'F' or 'N':
                return $"{Operand('N', depth)} {Pick("+", "-", "*", "//", "%", "/", "/")} {Operand('N', depth)}";
            case 'B':
                return Truth(depth);
            case 'S':
                return random.Next(7) switch
                {
                    0 => $"{Operand('S', depth)} ~ {Operand('A', depth)}",
                    1 => $"{Operand('S', depth)} + {Operand('S', depth)}",
                    2 => $"{Operand('S', depth)} * {Operand('W', depth)}",
                    3 => $"{Leaf('Y')} % {Operand(Pick('A', 'U', 'I', 'D', 'F'), depth)}",
                    4 => $"{Operand('S', depth)}[{Leaf(Pick('W', 'I'))}]",
                    _ => Slice('S', depth),
                };
            case 'L':
                return random.Next(6) switch
                {
                    0 => $"{Operand('L', depth)} + {Operand('L', depth)}",
                    1 => $"{Operand('L', depth)} * {Leaf('W')}",
                    2 => $"[{Write('A', depth)}, {Write('A', depth)}]",
                    3 => $"range({Leaf('W')}, {Leaf('W')}, {Leaf('W')})|list",
                    _ => Slice('L', depth),
                };
            case 'U':
                return random.Next(3) switch
                {
                    0 => $"({Write('A', depth)}, {Write('A', depth)})",
                    1 => $"{Operand('U', depth)} + {Operand('U', depth)}",
                    _ => Slice('U', depth),
                };
            case 'D':
                return random.Next(3) switch
                {
                    0 => $"dict({Write('D', depth)}, a={Write('A', depth)})",
                    1 => $"{{{Write('S', depth)}: {Write('A', depth)}}}",
                    _ => $"dict({Operand('L', depth)})",
                };
            default:
                return Any(depth);
        }
    }

    private string Any(int depth) =>
        random.Next(7) switch
        {
            0 => $"{Operand('D', depth)}.{Pick("a", "x", "items", "nosuch", "get", "l", "x.y", "l.0")}",
            1 => $"{Operand('D', depth)}[{Write('S', depth)}]",
            2 => $"{Operand('L', depth)}[{Leaf('W')}]",
            3 => $"{Operand('A', depth)} if {Operand('B', depth)} else {Operand('A', depth)}",
            4 => $"{Operand('A', depth)} if {Operand('B', depth)}",
            5 => $"{Operand('A', depth)} {Pick("and", "or")} {Operand('A', depth)}",
            _ => $"{Operand('L', depth)}.{random.Next(4)}",
        };

    private string Truth(int depth)
    {
        var sign = Pick("==", "!=", "<", "<=", ">", ">=");
        return random.Next(7) switch
        {
            0 => $"not {Operand('A', depth)}",
            1 => $"{Operand('A', depth)} {Pick("in", "not in")} {Operand(Pick('L', 'S', 'D', 'U'), depth)}",
            2 => $"{Operand('N', depth)} {sign} {Operand('N', depth)} {Pick("<", "==", "in")} {Operand('N', depth)}",
            3 => $"{Operand('S', depth)} {sign} {Operand('S', depth)}",
            4 => $"{Operand('L', depth)} {sign} {Operand('L', depth)}",
            5 => $"{Operand('A', depth)} {Pick("==", "!=")} {Operand('A', depth)}",
            _ => $"{Operand('N', depth)} {sign} {Operand('N', depth)}",
        };
    }

    private string Slice(char kind, int depth)
    {
        string Bound() => random.Next(3) == 0 ? "" : Leaf('W');
        var step = random.Next(2) == 0 ? "" : ":" + Bound();
        return $"{Operand(kind, depth)}[{Bound()}:{Bound()}{step}]";
    }

    // A filter, test or method that gives the kind.
    private string? Word(char kind, int depth)
    {
        var table = random.Next(5) switch
        {
            0 or 1 => Vocabulary.Methods,
            2 when kind is 'B' => Vocabulary.Tests,
            _ => Vocabulary.Filters,
        };
        Word[] fitting =
        [
            .. table.Where(w => w.Result == kind || kind == 'A' || (w.Result == 'G' && kind is 'L' or 'S')),
        ];
        if (fitting.Length == 0)
        {
            return null;
        }

        var word = Pick(fitting);
        var input = word.Input == 'Y' ? Leaf('Y') : Operand(word.Input, depth);
        if (table == Vocabulary.Tests)
        {
            return $"{input} is {Pick("", "", "not ")}{word.Name}{Arguments(word, depth)}";
        }

        var call =
            table == Vocabulary.Methods
                ? $"{input}.{word.Name}({Arguments(word, depth).Trim('(', ')')})"
                : $"{input}|{word.Name}{Arguments(word, depth)}";
        return word.Result != 'G' ? call
            : kind == 'S' ? $"{call}|join({Leaf('S')})"
            : $"{call}|list";
    }

    private string Arguments(Word word, int depth)
    {
        var given = new List<string>();
        var byName = random.Next(3) == 0;
        foreach (var parameter in word.Parameters)
        {
            if (!parameter.IsRequired && random.Next(5) < 2)
            {
                // What follows can be given by name only.
                byName = true;
                continue;
            }

            var value = parameter.Kind is 'A' or 'S' or 'L' or 'N' or 'D'
                ? Write(parameter.Kind, depth - 1)
                : Leaf(parameter.Kind);
            if (byName && parameter.Name.Length > 0)
            {
                given.Add($"{parameter.Name}={value}");
            }
            else if (given.Count == 0 || !given[^1].Contains('=', StringComparison.Ordinal))
            {
                given.Add(value);
            }
        }

        if (random.Next(40) == 0)
        {
            given.Add(Pick("nosuch=1", "none", "*numbers", "**table"));
        }

        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    private string Operand(char kind, int depth)
    {
        var text = Write(kind, depth);
        var isPlain = text.All(static c => char.IsAsciiLetterOrDigit(c));
        return isPlain || random.Next(6) == 0 ? text : $"({text})";
    }
}
