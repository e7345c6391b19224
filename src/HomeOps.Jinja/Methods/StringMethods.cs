using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>The methods of str by name.</summary>
internal static class StringMethods
{
    public static Method? Find(string name) =>
        name switch
        {
            "capitalize" => CaseMethods.Capitalize,
            "casefold" => CaseMethods.CaseFold,
            "center" => PaddingMethods.Center,
            "count" => SearchMethods.Count,
            "encode" => EncodingMethods.Encode,
            "endswith" => SearchMethods.EndsWith,
            "expandtabs" => PaddingMethods.ExpandTabs,
            "find" => SearchMethods.Find,
            "format" => FormatMethods.Format,
            "format_map" => FormatMethods.FormatMap,
            "index" => SearchMethods.Index,
            "isalnum" => ClassMethods.IsAlnum,
            "isalpha" => ClassMethods.IsAlpha,
            "isascii" => ClassMethods.IsAscii,
            "isdecimal" => ClassMethods.IsDecimal,
            "isdigit" => ClassMethods.IsDigit,
            "isidentifier" => ClassMethods.IsIdentifier,
            "islower" => ClassMethods.IsLower,
            "isnumeric" => ClassMethods.IsNumeric,
            "isprintable" => ClassMethods.IsPrintable,
            "isspace" => ClassMethods.IsSpace,
            "istitle" => ClassMethods.IsTitle,
            "isupper" => ClassMethods.IsUpper,
            "join" => SplitMethods.Join,
            "ljust" => PaddingMethods.LeftJustify,
            "lower" => CaseMethods.Lower,
            "lstrip" => PaddingMethods.LeftStrip,
            "maketrans" => TranslationMethods.MakeTable,
            "partition" => SplitMethods.Partition,
            "removeprefix" => SearchMethods.RemovePrefix,
            "removesuffix" => SearchMethods.RemoveSuffix,
            "replace" => SearchMethods.Replace,
            "rfind" => SearchMethods.LastFind,
            "rindex" => SearchMethods.LastIndex,
            "rjust" => PaddingMethods.RightJustify,
            "rpartition" => SplitMethods.LastPartition,
            "rsplit" => SplitMethods.LastSplit,
            "rstrip" => PaddingMethods.RightStrip,
            "split" => SplitMethods.Split,
            "splitlines" => SplitMethods.SplitLines,
            "startswith" => SearchMethods.StartsWith,
            "strip" => PaddingMethods.Strip,
            "swapcase" => CaseMethods.SwapCase,
            "title" => CaseMethods.Title,
            "translate" => TranslationMethods.Translate,
            "upper" => CaseMethods.Upper,
            "zfill" => PaddingMethods.ZeroFill,
            _ => null,
        };

    /// <summary>Text that is as safe as the string it was made from.</summary>
    public static Value Like(Value model, string text) => model.Kind == ValueKind.Markup ? Value.Markup(text) : text;

    /// <summary>An argument that goes into the result: escaped when the string is safe.</summary>
    public static string Into(Value model, Value argument, Func<Value, string> text) =>
        model.Kind == ValueKind.Markup ? Escaping.Escape(argument) : text(argument);
}
