using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>The entries of a generated object, in the order kustomize reads them: env files, literals, files.</summary>
internal static class KeyValues
{
    public static List<KeyedBytes> Load(Loader loader, GeneratorArguments arguments)
    {
        var result = new List<KeyedBytes>();
        foreach (var path in arguments.Envs)
        {
            AddEnv(result, Lines(loader, path), path.At);
        }

        foreach (var literal in arguments.Literals)
        {
            result.Add(ReadLiteral(literal));
        }

        foreach (var file in arguments.Files)
        {
            result.Add(ReadFile(loader, file));
        }

        foreach (var pair in result)
        {
            Check(pair);
        }

        return result;
    }

    private static string Lines(Loader loader, LocatedText path) =>
        Utf8Text.TryDecode(loader.Load(path.Text, path.At)) is { } text
            ? text.StartsWith('\uFEFF')
                ? text[1..]
                : text
            : throw new KustomizeException(KustomizeDiagnostics.EnvNotUtf8(loader.Shown(path.Text), path.At));

    private static void AddEnv(List<KeyedBytes> result, string text, Location at)
    {
        foreach (var raw in text.AsSpan().EnumerateLinesAtFeeds())
        {
            var line = raw.TrimStart();
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            var equals = line.IndexOf('=');
            var key = (equals < 0 ? line : line[..equals]).ToString();
            var value = equals < 0 ? [] : line[(equals + 1)..];
            result.Add(new KeyedBytes(key, Encoding.UTF8.GetBytes(value.ToString()), at));
        }
    }

    private static KeyedBytes ReadLiteral(LocatedText literal)
    {
        var equals = literal.Text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0)
        {
            throw new KustomizeException(KustomizeDiagnostics.BadLiteral(literal.At));
        }

        var value = literal.Text.AsSpan(equals + 1);
        if (value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\'')
        {
            value = value.Length >= 2 && value[0] == value[^1] ? value[1..^1] : value;
        }

        return new KeyedBytes(literal.Text[..equals], Encoding.UTF8.GetBytes(value.ToString()), literal.At);
    }

    private static KeyedBytes ReadFile(Loader loader, LocatedText file)
    {
        var equals = file.Text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return new KeyedBytes(TreePath.Name(file.Text.TrimEnd('/')), loader.Load(file.Text, file.At), file.At);
        }

        var path = file.Text[(equals + 1)..];
        return equals > 0 && path.Length > 0 && !path.Contains('=', StringComparison.Ordinal)
            ? new KeyedBytes(file.Text[..equals], loader.Load(path, file.At), file.At)
            : throw new KustomizeException(KustomizeDiagnostics.BadFileSource(file.Text, file.At));
    }

    // What Kubernetes allows as a key of a ConfigMap.
    private static void Check(KeyedBytes pair)
    {
        var isValid =
            pair.Key.Length is > 0 and <= 253
            && pair.Key is not ("." or "..")
            && !pair.Key.StartsWith("..", StringComparison.Ordinal);
        foreach (var c in pair.Key)
        {
            isValid &= char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_';
        }

        if (!isValid)
        {
            throw new KustomizeException(KustomizeDiagnostics.BadKey(pair.Key, pair.At));
        }
    }
}

/// <summary>One entry and where it was asked for.</summary>
internal readonly record struct KeyedBytes(string Key, byte[] Value, Location At);
