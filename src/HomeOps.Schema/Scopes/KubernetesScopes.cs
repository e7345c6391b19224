namespace HomeOps.Schema;

/// <summary>
/// The scope of kinds: those built into Kubernetes 1.36, and custom resources that home clusters use. The version does not count: a kind
/// is in a namespace in all of its versions, or in none.
/// </summary>
public static class KubernetesScopes
{
    private static readonly Dictionary<(string Group, string Kind), ObjectScope> Table = Parse(
        KubernetesScopeTable.Text
    );

    /// <summary>The scope of a kind.</summary>
    /// <param name="apiVersion">As in objects: <c>apps/v1</c>, or <c>v1</c> for the core group.</param>
    /// <param name="kind">The kind.</param>
    public static ObjectScope Of(string apiVersion, string kind) =>
        Table.GetValueOrDefault((GroupOf(apiVersion), kind), ObjectScope.Unknown);

    /// <summary>The group of an apiVersion; empty for the core group.</summary>
    public static string GroupOf(string apiVersion) =>
        apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? apiVersion[..slash] : "";

    // The form is described in KubernetesScopeTable.
    private static Dictionary<(string Group, string Kind), ObjectScope> Parse(string table)
    {
        var result = new Dictionary<(string, string), ObjectScope>();
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            var scope = words[0] == "cluster" ? ObjectScope.Cluster : ObjectScope.Namespaced;
            var group = words[1] == "-" ? "" : words[1];
            foreach (var kind in words.AsSpan(2))
            {
                result[(group, kind)] = scope;
            }
        }

        return result;
    }
}
