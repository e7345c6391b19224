using System.Text;

namespace HomeOps.Cli.Commands;

/// <summary>Divides a command line as a shell does, without running one: blanks, single and double quotes, backslashes.</summary>
internal static class ShellWords
{
    /// <summary>The words; an open quote ends with the text.</summary>
    public static IReadOnlyList<string> Split(string commandLine)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var inWord = false;
        var quote = '\0';
        for (var i = 0; i < commandLine.Length; i++)
        {
            var c = commandLine[i];
            if (c == '\\' && quote != '\'' && i + 1 < commandLine.Length)
            {
                word.Append(commandLine[++i]);
                inWord = true;
            }
            else if (quote != '\0')
            {
                quote = Quoted(c, quote, word);
            }
            else if (c is '\'' or '"')
            {
                quote = c;
                inWord = true;
            }
            else if (!char.IsWhiteSpace(c))
            {
                word.Append(c);
                inWord = true;
            }
            else if (inWord)
            {
                words.Add(word.ToString());
                word.Clear();
                inWord = false;
            }
        }

        return inWord ? [.. words, word.ToString()] : words;
    }

    private static char Quoted(char c, char quote, StringBuilder word)
    {
        if (c == quote)
        {
            return '\0';
        }

        word.Append(c);
        return quote;
    }
}
