using System.Globalization;
using System.Text;

namespace HomeOps.Yaml;

internal sealed partial class YamlScanner
{
    private void FetchAnchor(TokenKind kind)
    {
        SaveSimpleKey();
        simpleKeyAllowed = false;
        var start = Here;
        position++;
        newlines = 0;

        // Wider than libyaml's letters and digits, as YAML 1.2 and PyYAML's successors allow; a colon ends a name only before a blank.
        while (!IsBlankOrEnd(position) && !(text[position] is ',' or '[' or ']' or '{' or '}'))
        {
            if (text[position] == ':' && EndsIndicator(position + 1))
            {
                break;
            }

            position++;
        }

        if (position == start.Index + 1)
        {
            throw Error(YamlDiagnostics.BadAnchor(At(start.Index, 1), text[start.Index]));
        }

        Add(new Token(kind, start, position, text[(start.Index + 1)..position]));
    }

    private void FetchTag()
    {
        SaveSimpleKey();
        simpleKeyAllowed = false;
        Add(ScanTag());
    }

    private Token ScanTag()
    {
        var start = Here;
        newlines = 0;
        var handle = "";
        string suffix;
        if (Look(position + 1) == '<')
        {
            position += 2;
            suffix = ReadTagUri(start, verbatim: true);
            if (Look(position) != '>' || suffix.Length == 0)
            {
                throw Error(YamlDiagnostics.BadTag(At(start.Index, Math.Max(1, position - start.Index))));
            }

            position++;
        }
        else
        {
            position++;
            while (IsWordCharacter(Look(position)))
            {
                position++;
            }

            if (Look(position) == '!')
            {
                position++;
                handle = text[start.Index..position];
                suffix = ReadTagUri(start, verbatim: false);
                if (suffix.Length == 0)
                {
                    throw Error(YamlDiagnostics.BadTag(At(start.Index, position - start.Index)));
                }
            }
            else
            {
                position = start.Index + 1;
                suffix = ReadTagUri(start, verbatim: false);
                (handle, suffix) = suffix.Length == 0 ? ("", "!") : ("!", suffix);
            }
        }

        if (!IsBlankOrEnd(position) && !(flowLevel > 0 && text[position] is ',' or ']' or '}'))
        {
            throw Error(YamlDiagnostics.BadTag(At(start.Index, position + 1 - start.Index)));
        }

        return new Token(TokenKind.Tag, start, position, handle, suffix);
    }

    private string ReadTagUri(Mark start, bool verbatim)
    {
        var uri = new StringBuilder();
        while (true)
        {
            var c = Look(position);
            if (c == '%')
            {
                ReadUriEscapes(start, uri);
            }
            else if (
                IsWordCharacter(c)
                || c
                    is ';'
                        or '/'
                        or '?'
                        or ':'
                        or '@'
                        or '&'
                        or '='
                        or '+'
                        or '$'
                        or '.'
                        or '!'
                        or '~'
                        or '*'
                        or '\''
                        or '('
                        or ')'
                || (verbatim && c is ',' or '[' or ']')
                || (flowLevel == 0 && c is ',')
            )
            {
                uri.Append(c);
                position++;
            }
            else
            {
                return uri.ToString();
            }
        }
    }

    private void ReadUriEscapes(Mark start, StringBuilder uri)
    {
        var bytes = new List<byte>();
        while (Look(position) == '%')
        {
            if (
                position + 3 > end
                || !byte.TryParse(
                    text.AsSpan(position + 1, 2),
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture,
                    out var value
                )
            )
            {
                throw Error(YamlDiagnostics.BadTag(At(start.Index, position + 1 - start.Index)));
            }

            bytes.Add(value);
            position += 3;
        }

        uri.Append(Encoding.UTF8.GetString(bytes.ToArray()));
    }

    private void FetchDirective()
    {
        if (flowLevel > 0)
        {
            throw Error(YamlDiagnostics.CannotStart(At(position, 1), '%'));
        }

        UnrollIndent(-1, Here);
        RemoveSimpleKey();
        simpleKeyAllowed = false;
        var start = Here;
        newlines = 0;
        while (!IsBreakOrEnd(position) && !(text[position] == '#' && IsBlank(text[position - 1])))
        {
            position++;
        }

        var words = text[(start.Index + 1)..position].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var token = words switch
        {
            ["YAML", var version] => new Token(TokenKind.VersionDirective, start, position, version),
            ["TAG", var handle, var prefix] => new Token(TokenKind.TagDirective, start, position, handle, prefix),
            ["YAML", ..] or ["TAG", ..] or [] => throw Error(
                YamlDiagnostics.BadDirective(At(start.Index, position - start.Index))
            ),
            _ => new Token(TokenKind.UnknownDirective, start, position),
        };
        while (!IsBreakOrEnd(position))
        {
            position++;
        }

        tokens.Add(token);
    }
}
