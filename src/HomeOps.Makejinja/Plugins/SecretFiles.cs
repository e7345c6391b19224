using System.Globalization;
using System.Text;
using HomeOps.Files;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>
/// The functions that hand keys and tokens of the working folder to templates. A message names a file, never what is in it.
/// </summary>
internal sealed class SecretFiles(FileTree tree)
{
    private const string PublicKeyComment = "# public key: ";
    private const string TunnelFile = "cloudflare-tunnel.json";

    private static readonly Signature AgeKeyArguments = new("age_key", ["key_type", "file_path"], ["age.key"]);

    /// <summary><c>age_key('public')</c> or <c>age_key('private')</c>: a key of <c>age.key</c>.</summary>
    public Value AgeKey(EvaluationContext context, CallArguments arguments)
    {
        var bound = AgeKeyArguments.Bind(arguments);
        var (type, path) = (bound[0].AsText, PathOf("age_key", bound[1]));
        var text = Read(path);
        var key = type switch
        {
            "public" => After(text, PublicKeyComment, "age1"),
            "private" => After(text, string.Empty, "AGE-SECRET-KEY-"),
            _ => throw Error($"age_key: '{PyText.Str(bound[0])}' is neither 'public' nor 'private'"),
        };
        return key ?? throw Error($"age_key: there is no {type} key in '{path}'");
    }

    /// <summary><c>cloudflare_tunnel_id()</c>: the tunnel's id from <c>cloudflare-tunnel.json</c>.</summary>
    public Value TunnelId(EvaluationContext context, CallArguments arguments)
    {
        const string Name = "cloudflare_tunnel_id";
        var path = PathOf(Name, new Signature(Name, ["file_path"], [TunnelFile]).Bind(arguments)[0]);
        return Field(Name, JsonObject(Name, path), "TunnelID", path);
    }

    /// <summary>
    /// <c>cloudflare_tunnel_secret()</c>: the token that cloudflared takes, base64 of a JSON object of account, tunnel and secret.
    /// </summary>
    public Value TunnelSecret(EvaluationContext context, CallArguments arguments)
    {
        const string Name = "cloudflare_tunnel_secret";
        var path = PathOf(Name, new Signature(Name, ["file_path"], [TunnelFile]).Bind(arguments)[0]);
        var tunnel = JsonObject(Name, path);
        var json = new StringBuilder();
        foreach (
            var (key, field) in (ReadOnlySpan<(string, string)>)
                [("a", "AccountTag"), ("t", "TunnelID"), ("s", "TunnelSecret")]
        )
        {
            json.Append(json.Length == 0 ? '{' : ',').Append('"').Append(key).Append("\":");
            AppendJson(json, Field(Name, tunnel, field, path));
        }

        return Convert.ToBase64String(Encoding.ASCII.GetBytes(json.Append('}').ToString()));
    }

    /// <summary>A function that gives the text of a file, without white space around it.</summary>
    public Function Text(string name, string file)
    {
        var signature = new Signature(name, ["file_path"], [file]);
        return (_, arguments) =>
        {
            var path = PathOf(name, signature.Bind(arguments)[0]);
            var text = Read(path).Trim();
            return text.Length > 0 ? text : throw Error($"{name}: the file '{path}' is empty");
        };
    }

    /// <summary>The text of a file, or one field of a JSON file, for a function of homeops.toml.</summary>
    public Value Declared(string name, FileBody body)
    {
        if (body.Field is not { } field)
        {
            return Read(body.Path).Trim();
        }

        Value value = JsonObject(name, body.Path);
        foreach (var part in field.Split('.'))
        {
            if (value.As<PyDict>() is not { } inner || !inner.TryGet(part, out value))
            {
                throw Error($"{name}: '{body.Path}' has no {field}");
            }
        }

        return value;
    }

    private static string PathOf(string function, Value path) =>
        path.AsText ?? throw Error($"{function}: the path {PyText.Repr(path)} is not a text");

    // The first run of the characters of a key, from where it begins.
    private static string? After(string text, string lead, string begin)
    {
        var found = text.IndexOf(lead + begin, StringComparison.Ordinal);
        if (found < 0)
        {
            return null;
        }

        var start = found + lead.Length;
        var end = start + begin.Length;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '-' or '_'))
        {
            end++;
        }

        return end > start + begin.Length ? text[start..end] : null;
    }

    private PyDict JsonObject(string function, string path)
    {
        var findings = new List<Diagnostic>();
        return JsonText.Read(new SourceText(path, Read(path)), findings)?.As<PyDict>()
            ?? throw Error($"{function}: '{path}' is not a JSON object");
    }

    private static string Field(string function, PyDict tunnel, string field, string path) =>
        tunnel.TryGet(field, out var value) && value.AsText is { Length: > 0 } text
            ? text
            : throw Error($"{function}: '{path}' has no {field}");

    private string Read(string path)
    {
        var findings = new List<Diagnostic>();
        if (ProjectPath.Normalize(tree, path) is { } normal && tree.Find(normal) is not { Kind: EntryKind.File })
        {
            throw new JinjaException(JinjaErrorKind.Value, $"File not found: {path}") { Hint = HowToMake(path) };
        }

        return TextFile.Read(tree, path, findings)?.Text ?? throw Error(findings[0].Message);
    }

    private static string HowToMake(string path) =>
        path switch
        {
            "age.key" => "make it with `homeops init`, or `homeops secrets keygen -o age.key`",
            TunnelFile => "make it with `cloudflared tunnel create --credentials-file cloudflare-tunnel.json NAME`",
            "github-deploy.key" or "github-push-token.txt" => "make it with `homeops init`",
            _ => "make the file, or correct the path; it is relative to the working folder",
        };

    private static void AppendJson(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => json.Append("\\\""),
                '\\' => json.Append(@"\\"),
                '\n' => json.Append("\\n"),
                '\r' => json.Append("\\r"),
                '\t' => json.Append("\\t"),
                '\b' => json.Append("\\b"),
                '\f' => json.Append("\\f"),
                < ' ' or > '\u007f' => json.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => json.Append(character),
            };
        }

        json.Append('"');
    }

    private static JinjaException Error(string message) => new(JinjaErrorKind.Value, message);
}
