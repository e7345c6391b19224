using System.Collections.Frozen;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>
/// The methods of safe text. MarkupSafe 3 writes those that give safe text again in Python, so their arguments are
/// refused in Python's words, not in those of str.
/// </summary>
internal static class MarkupMethods
{
    private static readonly FrozenDictionary<string, Method> Written = new[]
    {
        Like("capitalize", []),
        Like("casefold", []),
        Like("center", ["width", "fillchar"], " "),
        Like("expandtabs", ["tabsize"], 8),
        Like("format_map", ["mapping"]),
        Like("join", ["iterable"]),
        Like("ljust", ["width", "fillchar"], " "),
        Like("lower", []),
        Like("lstrip", ["chars"], Value.None),
        Like("partition", ["sep"]),
        Like("removeprefix", ["prefix"]),
        Like("removesuffix", ["suffix"]),
        Like("replace", ["old", "new", "count"], -1),
        Like("rjust", ["width", "fillchar"], " "),
        Like("rpartition", ["sep"]),
        Like("rsplit", ["sep", "maxsplit"], Value.None, -1),
        Like("rstrip", ["chars"], Value.None),
        Like("split", ["sep", "maxsplit"], Value.None, -1),
        Like("splitlines", ["keepends"], false),
        Like("strip", ["chars"], Value.None),
        Like("swapcase", []),
        Like("title", []),
        Like("translate", ["table"]),
        Like("upper", []),
        Like("zfill", ["width"]),
        Checked("escape", ["s"], [], static (_, _, given) => Value.Markup(Escaping.Escape(given.At(0)))),
        Checked("striptags", [], [], static (_, self, _) => HtmlText.StripTags(self.AsText ?? "")),
        Checked("unescape", [], [], static (_, self, _) => HtmlText.Unescape(self.AsText ?? "")),
        KeyValuePair.Create<string, Method>("format", FormatMethods.Format),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The method of that name, null when there is none.</summary>
    public static Method? Find(string name) =>
        Written.TryGetValue(name, out var method) ? method : StringMethods.Find(name);

    /// <summary>Whether Python calls it a method, and not a built-in one.</summary>
    public static bool IsWritten(string name) => Written.ContainsKey(name);

    private static KeyValuePair<string, Method> Like(string name, string[] parameters, params Value[] defaults) =>
        Checked(
            name,
            parameters,
            defaults,
            StringMethods.Find(name) ?? throw new InvalidOperationException($"str has no method {name}")
        );

    private static KeyValuePair<string, Method> Checked(
        string name,
        string[] parameters,
        Value[] defaults,
        Method method
    )
    {
        var signature = new Signature("Markup." + name, parameters, defaults, hidden: 1);
        return KeyValuePair.Create<string, Method>(
            name,
            (context, self, arguments) =>
            {
                signature.Bind(arguments);
                return method(context, self, arguments);
            }
        );
    }
}
