using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Filters;

/// <summary>groupby(attribute, default=None, case_sensitive=False): pairs of (grouper, list), sorted by grouper.</summary>
internal static class GroupByFilter
{
    private static readonly Signature Signature = new(
        "sync_do_groupby",
        ["attribute", "default", "case_sensitive"],
        [Value.None, false],
        hidden: 2
    );

    public static Value Apply(EvaluationContext context, Value value, CallArguments arguments)
    {
        var bound = Signature.Bind(arguments);
        var path = AttributePath.Of(bound[0]);
        var fallback = bound[1];
        var caseSensitive = Truth.Of(bound[2]);
        var groups = new List<Value>();
        var members = new List<Value>();
        var current = default(Value);
        foreach (var item in StableSort.By(Iteration.ToList(context, value), Key, reverse: false))
        {
            var key = Key(item);
            if (members.Count > 0 && !Comparison.IsMember(key, current))
            {
                Close();
            }
            current = key;
            members.Add(item);
        }
        if (members.Count > 0)
        {
            Close();
        }
        return new PyList(groups);

        Value Key(Value item)
        {
            var key = path.Get(context, item, fallback);
            return caseSensitive ? key : StableSort.IgnoreCase(key);
        }

        void Close()
        {
            // The grouper shows the first item's own value, not its lower case.
            groups.Add(new PyGroup(path.Get(context, members[0], fallback), new PyList(members)));
            members = [];
        }
    }
}
