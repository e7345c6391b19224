using HomeOps.Text;

namespace HomeOps.Schema;

/// <summary>Looks for variables and functions that do not exist, and for macros that are not given what they need.</summary>
internal sealed class CelCheck(IReadOnlyCollection<string>? variables)
{
    // Names that stand for types.
    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "bool",
        "bytes",
        "double",
        "int",
        "list",
        "map",
        "null_type",
        "string",
        "type",
        "uint",
    };

    // Beginnings of qualified names: google.protobuf.Timestamp, optional.of, sets.contains.
    private static readonly HashSet<string> Packages = new(StringComparer.Ordinal)
    {
        "base64",
        "cel",
        "google",
        "math",
        "optional",
        "sets",
        "strings",
    };

    private readonly List<CelProblem> problems = [];
    private readonly List<string> bound = [];

    public IReadOnlyList<CelProblem> Run(CelNode root)
    {
        Visit(root);
        problems.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return problems;
    }

    private void Visit(CelNode node)
    {
        switch (node)
        {
            case CelName name:
                Visit(name);
                break;
            case CelSelect select:
                Visit(select.Target);
                break;
            case CelIndex index:
                Visit(index.Target);
                Visit(index.Index);
                break;
            case CelOperator op:
                VisitAll(op.Operands);
                break;
            case CelList list:
                VisitAll(list.Items);
                break;
            case CelMap map:
                VisitAll([.. map.Entries.SelectMany(static e => (CelNode[])[e.Key, e.Value])]);
                break;
            case CelCall call:
                Visit(call);
                break;
        }
    }

    private void VisitAll(IReadOnlyList<CelNode> nodes)
    {
        foreach (var node in nodes)
        {
            Visit(node);
        }
    }

    private void Visit(CelName name)
    {
        if (
            variables is null
            || variables.Contains(name.Name)
            || bound.Contains(name.Name)
            || Types.Contains(name.Name)
            || Packages.Contains(name.Name)
        )
        {
            return;
        }

        problems.Add(
            new CelProblem(
                CelProblemKind.Variable,
                $"there is no variable '{name.Name}'",
                name.Span,
                Spelling.Nearest(name.Name, variables.Concat(bound))
            )
        );
    }

    private void Visit(CelCall call)
    {
        if (call.Target is { } target)
        {
            Visit(target);
            if (
                CelFunctions.Comprehensions.TryGetValue(call.Function, out var count)
                && call.Arguments.Count >= count.Least
            )
            {
                VisitComprehension(call, count.Most);
                return;
            }
        }

        if (!CelFunctions.All.Contains(call.Function))
        {
            problems.Add(
                new CelProblem(
                    CelProblemKind.Function,
                    $"there is no function '{call.Function}'",
                    call.Span,
                    Spelling.Nearest(call.Function, CelFunctions.All.Order(StringComparer.Ordinal))
                )
            );
        }

        if (call is { Function: "has", Target: null } && call.Arguments is not [CelSelect { IsOptional: false }])
        {
            Malformed(call, "'has' takes one field, as in has(self.spec.path)");
        }

        VisitAll(call.Arguments);
    }

    // All arguments but the last one or two, by how many there are, are names of variables.
    private void VisitComprehension(CelCall call, int most)
    {
        var names =
            call.Function.StartsWith("transform", StringComparison.Ordinal) ? 2
            : call.Function is "map" or "filter" || call.Arguments.Count == 2 ? 1
            : 2;
        if (call.Arguments.Count > most || !call.Arguments.Take(names).All(static a => a is CelName))
        {
            Malformed(call, $"'{call.Function}' takes the name of a variable and an expression");
            return;
        }

        var before = bound.Count;
        bound.AddRange(call.Arguments.Take(names).OfType<CelName>().Select(static n => n.Name));
        VisitAll([.. call.Arguments.Skip(names)]);
        bound.RemoveRange(before, bound.Count - before);
    }

    private void Malformed(CelCall call, string reason) =>
        problems.Add(new CelProblem(CelProblemKind.Syntax, reason, call.Span));
}
