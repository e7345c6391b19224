using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>Makes a tree that shows a difference smaller: leaves out files, documents, fields and items as long as it still shows one.</summary>
internal sealed class TreeShrinker(Func<Dictionary<string, string>, bool> differs)
{
    private const int MostTries = 600;
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private int tries;

    public Dictionary<string, string> Shrink(Dictionary<string, string> files)
    {
        for (var smaller = Smaller(files); smaller is not null; smaller = Smaller(files))
        {
            files = smaller;
        }

        return files;
    }

    private Dictionary<string, string>? Smaller(Dictionary<string, string> files)
    {
        foreach (var candidate in Candidates(files))
        {
            if (++tries > MostTries)
            {
                return null;
            }

            if (differs(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private static IEnumerable<Dictionary<string, string>> Candidates(Dictionary<string, string> files)
    {
        foreach (var (path, text) in files)
        {
            yield return files.Where(f => f.Key != path).ToDictionary();
            var documents = text.Split("\n---\n");
            for (var i = 0; i < documents.Length && text.StartsWith('{'); i++)
            {
                if (documents.Length > 1)
                {
                    yield return new(files) { [path] = string.Join("\n---\n", documents.Where((_, j) => j != i)) };
                }

                foreach (var smaller in Smaller(documents[i]))
                {
                    yield return new(files)
                    {
                        [path] = string.Join("\n---\n", documents.Select((d, j) => j == i ? smaller : d)),
                    };
                }
            }
        }
    }

    // The document without one of its fields or items, those on top first.
    private static IEnumerable<string> Smaller(string document)
    {
        var count = Places(JsonNode.Parse(document)!).Count();
        for (var i = 0; i < count; i++)
        {
            var root = JsonNode.Parse(document)!;
            Places(root).ElementAt(i)();
            yield return root.ToJsonString(Plain);
        }
    }

    private static IEnumerable<Action> Places(JsonNode node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, _) in map.ToArray())
                {
                    yield return () => map.Remove(key);
                }

                foreach (var place in map.Select(static p => p.Value).OfType<JsonNode>().SelectMany(Places))
                {
                    yield return place;
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    var at = i;
                    yield return () => list.RemoveAt(at);
                }

                foreach (var place in list.OfType<JsonNode>().SelectMany(Places))
                {
                    yield return place;
                }

                break;
        }
    }
}
