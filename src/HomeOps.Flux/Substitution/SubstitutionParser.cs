using System.Text;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Reads substitutions with envsubst's rules, the surprising ones included: an argument ends at the first <c>}</c>, escapes count in
/// text and in <c>${A/b/c}</c> only.
/// </summary>
internal sealed class SubstitutionParser(SourceText source, string bytes)
{
    private const char End = '\0';

    // Substitutions nest in arguments only; nothing real does so this deep.
    private const int MaxDepth = 500;

    private int position;
    private int depth;

    public List<SubstitutionPart> Parse()
    {
        var result = new List<SubstitutionPart>();
        while (Peek() != End)
        {
            result.Add(AtOpening() ? ParseVariable() : new TextPart(ReadText(static _ => true, "$")));
        }

        return result;
    }

    private char Peek(int ahead = 0) => position + ahead < bytes.Length ? bytes[position + ahead] : End;

    private bool AtOpening() => Peek() == '$' && Peek(1) == '{';

    // A run of accepted characters up to the next substitution. "$$", and "\/" and "\\" where asked for, stand for one character.
    private string ReadText(Func<char, bool> accepts, string escapes)
    {
        var text = new StringBuilder();
        while (Peek() != End && !AtOpening())
        {
            var isEscaped =
                (Peek() == '$' && Peek(1) == '$' && escapes.Contains('$', StringComparison.Ordinal))
                || (Peek() == '\\' && Peek(1) is '/' or '\\' && escapes.Contains('\\', StringComparison.Ordinal));
            if (isEscaped)
            {
                position++;
            }
            else if (!accepts(Peek()))
            {
                break;
            }

            text.Append(bytes[position]);
            position++;
        }

        return text.ToString();
    }

    private VariablePart ParseVariable()
    {
        var start = position;
        if (++depth > MaxDepth)
        {
            throw Bad(start);
        }

        position += 2;
        var part = Peek() == '#' ? ParseLength(start) : ParseNamed(start);
        depth--;
        return part;
    }

    private VariablePart ParseLength(int start)
    {
        position++;
        var name = ReadName();
        if (name.Length == 0)
        {
            throw Bad(start);
        }

        Close(start);
        return new VariablePart(name, "#", [], start);
    }

    private VariablePart ParseNamed(int start)
    {
        var name = ReadName();
        if (name.Length == 0)
        {
            throw new SubstitutionException(SubstitutionDiagnostics.BadName(At(start)));
        }

        switch (Peek())
        {
            case ':' when Peek(1) is '=' or '-' or '?' or '+':
                return ParseDefault(name, Take(2), start);
            case '=':
                return ParseDefault(name, Take(1), start);
            case ':':
                return ParseSubstring(name, start);
            case ',' or '^':
                var casing = Take(Peek(1) is ',' or '^' ? 2 : 1);
                Close(start);
                return new VariablePart(name, casing, [], start);
            case '/':
                return ParseReplace(name, start);
            case '#' or '%':
                var trim = Take(Peek(1) == Peek() ? 2 : 1);
                var pattern = Argument(start, static c => c != '}', "");
                Close(start);
                return new VariablePart(name, trim, [pattern], start);
            case '}':
                position++;
                return new VariablePart(name, "", [], start);
            default:
                throw new SubstitutionException(SubstitutionDiagnostics.MissingBrace(At(start)));
        }
    }

    private VariablePart ParseDefault(string name, string sign, int start)
    {
        var arguments = new List<SubstitutionPart>();
        while (Peek() != '}')
        {
            arguments.Add(Argument(start, static c => c != '}', ""));
        }

        position++;
        return new VariablePart(name, sign, arguments, start);
    }

    private VariablePart ParseSubstring(string name, int start)
    {
        position++;
        var from = Argument(start, static c => c is not (':' or '}'), "");
        if (Peek() == '}')
        {
            position++;
            return new VariablePart(name, ":", [from], start);
        }

        SkipAll(':', start);
        var length = Argument(start, static c => c != '}', "");
        Close(start);
        return new VariablePart(name, ":", [from, length], start);
    }

    private VariablePart ParseReplace(string name, int start)
    {
        var sign = Take(Peek(1) is '/' or '#' or '%' ? 2 : 1);
        var old = Argument(start, static c => c != '/', "$\\");
        SkipAll('/', start);
        if (Peek() == '}')
        {
            position++;
            return new VariablePart(name, sign, [old], start);
        }

        var replacement = Argument(start, static c => c != '}', "$\\");
        Close(start);
        return new VariablePart(name, sign, [old, replacement], start);
    }

    private SubstitutionPart Argument(int start, Func<char, bool> accepts, string escapes)
    {
        if (AtOpening())
        {
            return ParseVariable();
        }

        var before = position;
        var text = ReadText(accepts, escapes);
        return position > before
            ? new TextPart(text)
            : throw new SubstitutionException(SubstitutionDiagnostics.BadArgument(At(start)));
    }

    private string ReadName()
    {
        var start = position;
        while (Peek() != End)
        {
            var (rune, length) = ByteText.RuneAt(bytes, position);
            if (
                !Rune.IsLetter(rune)
                && rune.Value != '_'
                && Rune.GetUnicodeCategory(rune) != System.Globalization.UnicodeCategory.DecimalDigitNumber
            )
            {
                break;
            }

            position += length;
        }

        return ByteText.Decode(bytes[start..position]);
    }

    private string Take(int count)
    {
        position += count;
        return bytes[(position - count)..position];
    }

    private void SkipAll(char c, int start)
    {
        if (Peek() != c)
        {
            throw Bad(start);
        }

        while (Peek() == c)
        {
            position++;
        }
    }

    private void Close(int start)
    {
        if (Peek() != '}')
        {
            throw Bad(start);
        }

        position++;
    }

    private SubstitutionException Bad(int start) => new(SubstitutionDiagnostics.BadSubstitution(At(start)));

    private Location At(int offset) => SubstitutionPlace.Of(source, bytes, offset);
}
