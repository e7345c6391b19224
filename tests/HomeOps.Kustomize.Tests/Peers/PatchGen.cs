namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>
/// Random objects and strategic merge patches for them, as JSON: lists with one and with two merge keys, lists of texts and lists that are
/// replaced; duplicates, absent keys, nulls, empty maps, directives.
/// </summary>
internal sealed class PatchGen(Random random)
{
    private static readonly string[] Names = ["a", "b", "c", "d"];
    private static readonly string[] Directives = ["delete", "replace", "merge"];

    // How often what only mistakes bring about is made: 0 never, 1 in this many.
    private int oddity;

    /// <summary>An object and a patch for it.</summary>
    /// <param name="name">The name of both.</param>
    public (string Object, string Patch) Pair(string name)
    {
        oddity = random.Next(3) == 0 ? 12 : 0;
        Func<bool, string> shape = random.Next(6) switch
        {
            0 => Service,
            1 => Custom,
            2 => Pod,
            3 => Account,
            _ => Deployment,
        };
        return (Named(shape(false), name), Named(shape(true), name));
    }

    private static string Named(string shape, string name) => shape.Replace("NAME", name, StringComparison.Ordinal);

    private string Deployment(bool isPatch) =>
        $$"""{"apiVersion":"apps/v1","kind":"Deployment",{{Metadata(isPatch)}},"spec":{"replicas":{{random.Next(3)}},"template":{"spec":{{PodSpec(isPatch)}} } } }""";

    private string Pod(bool isPatch) =>
        $$"""{"apiVersion":"v1","kind":"Pod",{{Metadata(isPatch)}},"spec":{{PodSpec(isPatch)}} }""";

    private string Service(bool isPatch) =>
        $$"""{"apiVersion":"v1","kind":"Service",{{Metadata(isPatch)}},"spec":{{Map(isPatch, ("ports", () => TwoKeyList(isPatch, "port", "protocol")), ("selector", () => Flat(isPatch)))}} }""";

    private string Account(bool isPatch) =>
        $$"""{"apiVersion":"v1","kind":"ServiceAccount",{{Metadata(isPatch)}},"secrets":{{List(isPatch, p => OneKey(p, "name"))}},"imagePullSecrets":{{List(isPatch, p => OneKey(p, "name"))}} }""";

    private string Custom(bool isPatch) =>
        $$"""{"apiVersion":"example.com/v1","kind":"Custom",{{Metadata(isPatch)}},"spec":{{PodSpec(isPatch)}} }""";

    private string Metadata(bool isPatch) =>
        random.Next(3) > 0
            ? "\"metadata\":{\"name\":\"NAME\"}"
            : $$"""
                "metadata":{"name":"NAME","finalizers":{{Texts()}},"labels":{{Flat(isPatch)}},"ownerReferences":{{List(
                    isPatch,
                    p => OneKey(p, "uid")
                )}} }
                """.Trim();

    private string PodSpec(bool isPatch) =>
        Map(
            isPatch,
            ("containers", () => List(isPatch, Container)),
            ("volumes", () => List(isPatch, p => OneKey(p, "name"))),
            ("imagePullSecrets", () => List(isPatch, p => OneKey(p, "name"))),
            ("hostAliases", () => List(isPatch, p => OneKey(p, "ip"))),
            ("topologySpreadConstraints", () => TwoKeyList(isPatch, "topologyKey", "whenUnsatisfiable")),
            ("tolerations", () => List(isPatch, p => OneKey(p, "key"))),
            ("nodeSelector", () => Flat(isPatch))
        );

    private string Container(bool isPatch) =>
        Fields([
            .. Key("name"),
            .. Directive(isPatch),
            .. Some("image", () => Value(isPatch)),
            .. Some("args", Texts),
            .. Some("env", () => List(isPatch, p => OneKey(p, "name"))),
            .. Some("ports", () => TwoKeyList(isPatch, "containerPort", "protocol")),
            .. Some("volumeMounts", () => List(isPatch, p => OneKey(p, "mountPath"))),
        ]);

    private string OneKey(bool isPatch, string key) =>
        Fields([
            .. Key(key),
            .. Directive(isPatch),
            .. Some("x", () => Value(isPatch)),
            .. Some("y", () => Flat(isPatch)),
        ]);

    private string List(bool isPatch, Func<bool, string> item)
    {
        var items = new List<string>();
        for (var i = random.Next(4); i > 0; i--)
        {
            items.Add(IsOdd() ? "{}" : item(isPatch));
        }

        if (isPatch && random.Next(10) == 0)
        {
            items.Insert(random.Next(items.Count + 1), ListDirective(Directives));
        }

        return $"[{string.Join(',', items)}]";
    }

    // Kustomize errs with items that lack keys: of two keys, one that lacks the first is in the result three times, one that lacks both makes
    // another come twice, and a deletion beside one that lacks the second adds what it deletes. Such lists are not made.
    private string TwoKeyList(bool isPatch, string first, string second)
    {
        var isComplete = random.Next(2) == 0;
        var hasListDirective = isPatch && random.Next(10) == 0;
        var items = new List<string>();
        for (var i = random.Next(4); i > 0; i--)
        {
            items.Add(
                Fields([
                    Quoted(first, Pick(Names)),
                    .. isComplete || random.Next(2) == 0 ? [Quoted(second, Pick(Names))] : (string[])[],
                    .. Directive(isPatch && isComplete && !hasListDirective),
                    .. Some("x", () => Value(isPatch)),
                ])
            );
        }

        if (hasListDirective)
        {
            items.Insert(random.Next(items.Count + 1), ListDirective(["delete", "replace"]));
        }

        return $"[{string.Join(',', items)}]";
    }

    private string ListDirective(string[] directives) => Fields([Quoted("$patch", Pick(directives))]);

    private string Map(bool isPatch, params (string Name, Func<string> Value)[] fields) =>
        Fields([.. fields.SelectMany(f => Some(f.Name, f.Value)), .. random.Next(15) == 0 ? Directive(isPatch) : []]);

    private string Flat(bool isPatch) =>
        Fields([
            .. Names.SelectMany(n => Some(n, () => Value(isPatch))),
            .. random.Next(8) == 0 ? Directive(isPatch) : [],
        ]);

    private string Texts() =>
        $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{Pick(Names)}\""))}]";

    private IEnumerable<string> Some(string name, Func<string> value) =>
        random.Next(2) == 0 ? [] : [$"\"{name}\":{(IsOdd() ? "null" : value())}"];

    private IEnumerable<string> Key(string name) => IsOdd() ? [] : [Quoted(name, Pick(Names))];

    private static string Quoted(string name, string text) => $"\"{name}\":\"{text}\"";

    private IEnumerable<string> Directive(bool isPatch) =>
        isPatch && random.Next(8) == 0 ? [Quoted("$patch", Pick(Directives))] : [];

    private string Value(bool isPatch) => isPatch && random.Next(5) == 0 ? "null" : $"\"{random.Next(100)}\"";

    private bool IsOdd() => oddity > 0 && random.Next(oddity) == 0;

    private string Pick(string[] texts) => texts[random.Next(texts.Length)];

    private static string Fields(IEnumerable<string> fields) => $"{{{string.Join(',', fields)}}}";
}
