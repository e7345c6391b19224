using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace HomeOps.Helm.Templates;

/// <summary>Other forms of a value: base64, base32, sums, JSON, YAML.</summary>
internal static class EncodingFunctions
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const uint AdlerModulus = 65521;

    public static Dictionary<string, TemplateFunction> All { get; } =
        ListFunctions.WithMust(
            new(StringComparer.Ordinal)
            {
                ["b64enc"] = new(1, 1, static a => Convert.ToBase64String(Bytes(a[0]))),
                ["b64dec"] = new(1, 1, static a => Decoded(Text(a[0]))),
                ["b32enc"] = new(1, 1, static a => Encoded32(Bytes(a[0]))),
                ["b32dec"] = new(1, 1, static a => Decoded32(Text(a[0]))),
#pragma warning disable CA5350 // The sum is what the template asked for.
                ["sha1sum"] = new(1, 1, static a => Convert.ToHexStringLower(SHA1.HashData(Bytes(a[0])))),
#pragma warning restore CA5350
                ["sha256sum"] = new(1, 1, static a => Convert.ToHexStringLower(SHA256.HashData(Bytes(a[0])))),
                ["adler32sum"] = new(1, 1, static a => Adler32(Bytes(a[0]))),
                ["toJson"] = new(1, 1, static a => JsonForm.Write(a[0], isPretty: false, escapesHtml: true)),
                ["toPrettyJson"] = new(1, 1, static a => JsonForm.Write(a[0], isPretty: true, escapesHtml: true)),
                ["toRawJson"] = new(1, 1, static a => JsonForm.Write(a[0], isPretty: false, escapesHtml: false)),
                ["fromJson"] = new(1, 1, static a => Parsed(Text(a[0]))),
                ["toYaml"] = new(1, 1, static a => YamlForm.Write(a[0])),
            },
            "toJson",
            "toPrettyJson",
            "toRawJson",
            "fromJson",
            "toYaml"
        );

    private static string Text(object? value) => ListFunctions.Text(value);

    private static byte[] Bytes(object? value) => Encoding.UTF8.GetBytes(Text(value));

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new TemplateException("the text is no base64");
    }

    private static string Encoded32(byte[] bytes)
    {
        var result = new StringBuilder();
        var (bits, count) = (0, 0);
        foreach (var b in bytes)
        {
            (bits, count) = (((bits << 8) | b) & 0xfff, count + 8);
            for (; count >= 5; count -= 5)
            {
                result.Append(Base32[(bits >> (count - 5)) & 31]);
            }
        }

        if (count > 0)
        {
            result.Append(Base32[(bits << (5 - count)) & 31]);
        }

        return result.Append('=', (8 - (result.Length % 8)) % 8).ToString();
    }

    private static string Decoded32(string text)
    {
        var bytes = new List<byte>();
        var (bits, count) = (0, 0);
        foreach (var c in text.TrimEnd('='))
        {
            var value = Base32.IndexOf(c, StringComparison.Ordinal);
            (bits, count) =
                value >= 0
                    ? (((bits << 5) | value) & 0xfff, count + 5)
                    : throw new TemplateException("the text is no base32");
            if (count >= 8)
            {
                count -= 8;
                bytes.Add((byte)(bits >> count));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string Adler32(byte[] bytes)
    {
        var (a, b) = (1u, 0u);
        foreach (var value in bytes)
        {
            a = (a + value) % AdlerModulus;
            b = (b + a) % AdlerModulus;
        }

        return ((b << 16) | a).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static object? Parsed(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = TemplateText.MaxDepth });
            return Value(document.RootElement);
        }
        catch (JsonException)
        {
            throw new TemplateException("the text is no JSON");
        }
    }

    private static object? Value(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.Object => Map(json),
            JsonValueKind.Array => json.EnumerateArray().Select(Value).ToList(),
            JsonValueKind.String => json.GetString(),
            // Go reads every number of JSON as one with a fraction.
            JsonValueKind.Number => json.TryGetDouble(out var real)
                ? real
                : throw new TemplateException("the text is no JSON"),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static Dictionary<string, object?> Map(JsonElement json)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var entry in json.EnumerateObject())
        {
            map[entry.Name] = Value(entry.Value);
        }

        return map;
    }
}
