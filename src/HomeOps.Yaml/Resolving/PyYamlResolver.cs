namespace HomeOps.Yaml;

// PyYAML 6 resolver.py (which text is what) and constructor.py (its value), safe loader.
internal sealed class PyYamlResolver : YamlResolver
{
    public override YamlValue Resolve(YamlScalar scalar)
    {
        var text = scalar.Value;
        return scalar.Tag switch
        {
            null when scalar.Style != ScalarStyle.Plain => YamlValue.String(text),
            null or "!" => ResolveImplicit(text),
            YamlTags.Str => YamlValue.String(text),
            YamlTags.Null => YamlValue.Null,
            YamlTags.Bool => Bool(text.ToLowerInvariant()) ?? throw Misfit(scalar),
            YamlTags.Int => PyYamlNumber.Int(text) ?? throw Misfit(scalar),
            YamlTags.Float => PyYamlNumber.Float(text) ?? throw Misfit(scalar),
            YamlTags.Timestamp => PyYamlTimestamp.Parse(text) ?? throw Misfit(scalar),
            YamlTags.Binary => new YamlValue(YamlKind.Binary, Base64Text.DecodeLoosely(text)),
            YamlTags.Merge => new YamlValue(YamlKind.Merge, text),
            _ => throw UnknownTag(),
        };
    }

    private static YamlValue ResolveImplicit(string text)
    {
        if (text.Length == 0)
        {
            return YamlValue.Null;
        }

        switch (text[0])
        {
            case '~' when text.Length == 1:
                return YamlValue.Null;
            case 'n' or 'N' when text is "null" or "Null" or "NULL":
                return YamlValue.Null;
            case 'y' or 'Y' or 'n' or 'N' or 't' or 'T' or 'f' or 'F' or 'o' or 'O':
                return ImplicitBool(text) ?? YamlValue.String(text);
            case '<' when text is "<<":
                return new YamlValue(YamlKind.Merge, text);
            case '=' when text.Length == 1:
                throw new FormatException("'=' has no value of its own");
            case '-' or '+' or '.' or (>= '0' and <= '9'):
                return ImplicitNumber(text);
            default:
                return YamlValue.String(text);
        }
    }

    private static YamlValue ImplicitNumber(string text)
    {
        if (PyYamlNumber.LooksLikeFloat(text))
        {
            return PyYamlNumber.Float(text) ?? throw Invalid("number");
        }

        if (PyYamlNumber.LooksLikeInt(text))
        {
            return PyYamlNumber.Int(text) ?? throw Invalid("number");
        }

        if (PyYamlTimestamp.LooksLike(text))
        {
            return PyYamlTimestamp.Parse(text) ?? throw Invalid("date or time");
        }

        return YamlValue.String(text);
    }

    // Lower case, capitalized or upper case; nothing between.
    private static YamlValue? ImplicitBool(string text)
    {
        if (text.Length > 5 || Bool(text.ToLowerInvariant()) is not { } value)
        {
            return null;
        }

        var rest = text.AsSpan(1);
        var lower = !rest.ContainsAnyExceptInRange('a', 'z');
        var upper = char.IsAsciiLetterUpper(text[0]) && !rest.ContainsAnyExceptInRange('A', 'Z');
        return lower || upper ? value : null;
    }

    private static YamlValue? Bool(string lower) =>
        lower switch
        {
            "yes" or "true" or "on" => new YamlValue(YamlKind.Bool, true),
            "no" or "false" or "off" => new YamlValue(YamlKind.Bool, false),
            _ => null,
        };
}
