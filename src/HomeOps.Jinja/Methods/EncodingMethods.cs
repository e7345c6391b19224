using System.Text;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Methods;

/// <summary>str.encode and bytes.decode.</summary>
internal static class EncodingMethods
{
    private static readonly BuiltinSignature EncodeSignature = new(
        "encode",
        ["encoding", "errors"],
        ["utf-8", "strict"]
    );
    private static readonly BuiltinSignature DecodeSignature = new(
        "decode",
        ["encoding", "errors"],
        ["utf-8", "strict"]
    );

    public static Value Encode(EvaluationContext context, Value self, CallArguments arguments)
    {
        var bound = EncodeSignature.Bind(arguments);
        var text = self.AsText ?? "";
        var (name, limit) = Named(Arguments.NamedText(bound[0], "encode() argument 'encoding' must be str, not "));
        var errors = Arguments.NamedText(bound[1], "encode() argument 'errors' must be str, not ");
        if (limit == 0)
        {
            return new PyBytes(Encoding.UTF8.GetBytes(text));
        }
        var bytes = new List<byte>(text.Length);
        var position = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value < limit)
            {
                bytes.Add((byte)rune.Value);
            }
            else if (errors is "replace")
            {
                bytes.Add((byte)'?');
            }
            else if (errors is not "ignore")
            {
                var character = StringRepr.Ascii(rune.ToString());
                throw JinjaException.Value(
                    $"'{name}' codec can't encode character {character} in position {position}: ordinal not in range({limit})"
                );
            }
            position++;
        }
        return new PyBytes([.. bytes]);
    }

    public static Value Decode(EvaluationContext context, Value self, CallArguments arguments)
    {
        var bound = DecodeSignature.Bind(arguments);
        var content = self.As<PyBytes>()?.Content ?? [];
        var (name, limit) = Named(Arguments.NamedText(bound[0], "decode() argument 'encoding' must be str, not "));
        if (limit == 256)
        {
            return Encoding.Latin1.GetString(content);
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content);
        }
        catch (DecoderFallbackException broken)
        {
            throw JinjaException.Value(
                $"'{name}' codec can't decode bytes in position {broken.Index}: invalid start byte"
            );
        }
    }

    // The limit is the first code point that the encoding cannot hold, 0 for UTF-8.
    private static (string Name, int Limit) Named(string name) =>
        name.ToLowerInvariant().Replace('_', '-') switch
        {
            "utf-8" or "utf8" => ("utf-8", 0),
            "ascii" or "us-ascii" => ("ascii", 128),
            "latin-1" or "latin1" or "iso-8859-1" => ("latin-1", 256),
            _ => throw new JinjaException(JinjaErrorKind.Value, $"unknown encoding: {name}"),
        };
}
