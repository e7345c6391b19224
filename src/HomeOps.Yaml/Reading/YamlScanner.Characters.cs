namespace HomeOps.Yaml;

internal sealed partial class YamlScanner
{
    // Past the end every look gives NUL, which the text itself cannot hold.
    private char Look(int index) => index < end ? text[index] : '\0';

    // The line breaks of YAML 1.1, as libyaml and PyYAML have them.
    private static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';

    private static bool IsBlank(char c) => c is ' ' or '\t';

    private bool IsBlankOrEnd(int index) => index >= end || IsBlank(text[index]) || IsBreak(text[index]);

    private bool IsBreakOrEnd(int index) => index >= end || IsBreak(text[index]);

    private int BreakLength(int index) => text[index] == '\r' && Look(index + 1) == '\n' ? 2 : 1;

    // "---" or "..." at the beginning of a line, alone or before a blank.
    private bool IsDocumentMarker(int index)
    {
        var c = text[index];
        return c is '-' or '.' && Look(index + 1) == c && Look(index + 2) == c && IsBlankOrEnd(index + 3);
    }

    private void SkipBreak()
    {
        position += BreakLength(position);
        line++;
        lineStart = position;
        newlines++;
    }

    private void SkipBlanks()
    {
        while (position < end && IsBlank(text[position]))
        {
            position++;
        }
    }

    private static bool IsWordCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
