using System.Text;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Flux.Tests.Fuzzing;

/// <summary>
/// Texts with substitutions put together at random. What is accepted consists of what the text and the values hold, is no longer than they
/// justify, is the same in strict and in lax mode, and a text whose signs are all escaped comes out as it went in.
/// </summary>
public sealed class EnvsubstFuzzTests
{
    private static readonly string[] Pieces =
    [
        "${",
        "${",
        "${",
        "}",
        "}",
        "}",
        "$",
        "$$",
        "{",
        "A",
        "B",
        "EMPTY",
        "NONE",
        "_x1",
        "é",
        ":=",
        ":-",
        ":?",
        ":+",
        "=",
        ":",
        "-",
        "+",
        "?",
        "#",
        "##",
        "%",
        "%%",
        "/",
        "//",
        "/#",
        "/%",
        "^",
        "^^",
        ",",
        ",,",
        "*",
        "?",
        "[a-z]",
        "[^",
        "]",
        "\\",
        "\\/",
        "0",
        "1",
        "-1",
        "99999999999",
        " ",
        "\n",
        "text",
        ": ",
        "\"",
        "'",
        "\u20ac",
        "${A}",
        "${B:=x}",
        "${A//a/b}",
        "${NONE:=${B}}",
    ];

    private static readonly string[] Values =
    [
        "",
        "a",
        "abcabc",
        "x/y/z",
        "${A}",
        "${B}$$",
        "é€",
        "a b\tc",
        "[*]",
        "AAAAAAAA",
    ];

    [Fact]
    public void Substitution_holds_its_properties() => FuzzRun.Of("envsubst", Execute);

    private static bool Execute(Random random)
    {
        var text = string.Concat(
            Enumerable.Range(0, random.Next(1, 25)).Select(_ => Pieces[random.Next(Pieces.Length)])
        );
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["A"] = Values[random.Next(Values.Length)],
            ["B"] = Values[random.Next(Values.Length)],
            ["EMPTY"] = "",
            ["_x1"] = Values[random.Next(Values.Length)],
        };
        var source = new SourceText("fuzz.yaml", text);

        var strict = Substitution.Evaluate(source, values.GetValueOrDefault);
        var lax = Substitution.Evaluate(source, values.GetValueOrDefault, isStrict: false);

        Assert.Equal(text, Substitution.Evaluate(Escaped(text), static _ => null).Text);
        CheckError(strict.Error, source);
        CheckError(lax.Error, source);
        if (strict.Bytes is { } bytes)
        {
            Assert.Equal(bytes, lax.Bytes);
        }

        if (lax.Bytes is null)
        {
            return false;
        }

        CheckLength(text, values, lax.Bytes.Length);
        CheckLetters(text, values, lax.Bytes);
        return true;
    }

    private static SourceText Escaped(string text) =>
        new("fuzz.yaml", text.Replace("$", "$$", StringComparison.Ordinal));

    private static void CheckError(Diagnostic? error, SourceText source)
    {
        if (error is not null)
        {
            Assert.InRange(error.Location?.Span.End ?? -1, 0, source.Text.Length);
            DiagnosticPrinter.Print(TextWriter.Null, error);
        }
    }

    // A substitution gives at most its value with each byte replaced by an argument.
    private static void CheckLength(string text, Dictionary<string, string?> values, int length)
    {
        var opened = text.Split("${").Length - 1;
        var inText = Encoding.UTF8.GetByteCount(text);
        var longest = values.Values.Max(static v => Encoding.UTF8.GetByteCount(v ?? ""));
        var most = inText + (double)opened * (longest + 1) * Math.Pow(longest + inText + 1, opened);
        Assert.True(length <= most, $"{length} bytes of {inText}");
    }

    // Letters and digits may change (case, lengths), a cut character becomes something else; all other characters were there.
    private static void CheckLetters(string text, Dictionary<string, string?> values, byte[] bytes)
    {
        var known = (text + string.Concat(values.Values)).Where(char.IsAscii).ToHashSet();
        foreach (var c in bytes.Where(static b => b < 0x80 && !char.IsAsciiLetterOrDigit((char)b)))
        {
            Assert.Contains((char)c, known);
        }
    }
}
