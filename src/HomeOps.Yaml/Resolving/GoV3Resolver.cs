namespace HomeOps.Yaml;

// go-yaml v3 resolve.go. Booleans of YAML 1.1 (yes, on) and base 60 are text; octal by a leading 0 is a number.
internal sealed class GoV3Resolver : YamlResolver
{
    public override YamlValue Resolve(YamlScalar scalar)
    {
        var text = scalar.Value;
        switch (scalar.Tag)
        {
            case null or "!":
                return scalar.Style == ScalarStyle.Plain ? ResolvePlain(text) : YamlValue.String(text);
            case YamlTags.Str:
                return YamlValue.String(text);
            case YamlTags.Binary:
                return new YamlValue(YamlKind.Binary, Base64Text.DecodeStrictly(text));
            case YamlTags.Merge:
                return new YamlValue(YamlKind.Merge, text);
            case YamlTags.Null:
                return Expect(scalar, ResolvePlain(text), YamlKind.Null);
            case YamlTags.Bool:
                return Expect(scalar, ResolvePlain(text), YamlKind.Bool);
            case YamlTags.Int:
                return Expect(scalar, GoNumber.Resolve(text), YamlKind.Int);
            case YamlTags.Float:
                return ResolveFloat(scalar);
            case YamlTags.Timestamp:
                return GoTimestamp.Parse(text) ?? throw Misfit(scalar);
            default:
                // A tag of somebody else says nothing about the text.
                return YamlValue.String(text);
        }
    }

    /// <summary>What a plain scalar without a tag is.</summary>
    public static YamlValue ResolvePlain(string text)
    {
        if (text.Length == 0)
        {
            return YamlValue.Null;
        }

        switch (text[0])
        {
            case 't' or 'T' when text is "true" or "True" or "TRUE":
                return new YamlValue(YamlKind.Bool, true);
            case 'f' or 'F' when text is "false" or "False" or "FALSE":
                return new YamlValue(YamlKind.Bool, false);
            case 'n' or 'N' when text is "null" or "Null" or "NULL":
                return YamlValue.Null;
            case '~' when text.Length == 1:
                return YamlValue.Null;
            case '<' when text is "<<":
                return new YamlValue(YamlKind.Merge, text);
            case '.' or '+' or '-':
                return GoNumber.Resolve(text) ?? YamlValue.String(text);
            case >= '0' and <= '9':
                return GoTimestamp.Parse(text) ?? GoNumber.Resolve(text) ?? YamlValue.String(text);
            default:
                return YamlValue.String(text);
        }
    }

    private static YamlValue ResolveFloat(YamlScalar scalar)
    {
        var value = GoNumber.Resolve(scalar.Value) ?? throw Misfit(scalar);
        return value switch
        {
            { Kind: YamlKind.Float } => value,
            { Object: long whole } => new YamlValue(YamlKind.Float, (double)whole),
            _ => throw Misfit(scalar),
        };
    }

    private static YamlValue Expect(YamlScalar scalar, YamlValue? value, YamlKind kind) =>
        value is { } v && v.Kind == kind ? v : throw Misfit(scalar);
}
