using System.Globalization;
using System.Text;

namespace HomeOps.Kustomize;

/// <summary>Replaces <c>$(NAME)</c> by the values of vars.</summary>
internal sealed class VarTransformer(Dictionary<string, ScalarNode> values, IReadOnlyList<FieldSpec> fields)
{
    /// <summary>Finds the values of all vars and puts them in.</summary>
    public static void Transform(Accumulator accumulator)
    {
        var values = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
        foreach (var variable in accumulator.Vars)
        {
            values[variable.Name] = FindValue(accumulator.Objects, variable);
        }

        if (values.Count > 0)
        {
            new VarTransformer(values, accumulator.Config.VarReferences).Transform(accumulator.Objects);
        }
    }

    private static ScalarNode FindValue(ResMap objects, Variable variable)
    {
        foreach (var resource in objects.Resources)
        {
            if (!resource.VarNames.Contains(variable.Name))
            {
                continue;
            }

            var path = PathSplitter.SplitBrackets(IndexAsPart(variable.FieldPath));
            var node = new FieldPath(string.Join('.', path), variable.At).Find(resource.Root);
            return node as ScalarNode
                ?? throw new KustomizeException(
                    KustomizeDiagnostics.VarFieldMissing(
                        variable.Name,
                        variable.FieldPath,
                        resource.CurrentId,
                        variable.At
                    )
                );
        }

        throw new KustomizeException(KustomizeDiagnostics.NoVarTarget(variable.Name, variable.Target, variable.At));
    }

    // ports[0].port is ports.0.port.
    private static string IndexAsPart(string path)
    {
        var result = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            var close = path[i] == '[' ? path.IndexOf(']', i) : -1;
            if (
                close > i
                && int.TryParse(
                    path.AsSpan(i + 1, close - i - 1),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var index
                )
            )
            {
                result.Append('.').Append(index);
                i = close;
            }
            else
            {
                result.Append(path[i]);
            }
        }

        return result.ToString();
    }

    private void Transform(ResMap objects)
    {
        foreach (var resource in objects.Resources)
        {
            foreach (var spec in fields)
            {
                FieldVisitor.Visit(
                    resource,
                    spec,
                    FieldVisitor.Creation.Nothing,
                    node =>
                    {
                        Replace(node);
                        return null;
                    }
                );
            }
        }
    }

    private void Replace(Node node)
    {
        switch (node)
        {
            case ScalarNode { Tag: ScalarTag.String or ScalarTag.None } scalar:
                Replace(scalar);
                break;
            case MapNode map:
                foreach (var (_, value) in map.Entries)
                {
                    if (value is ScalarNode { Tag: ScalarTag.String or ScalarTag.None } text)
                    {
                        Replace(text);
                    }
                }

                break;
            case SeqNode sequence:
                foreach (var item in sequence.Items)
                {
                    if (item is ScalarNode { Tag: ScalarTag.String or ScalarTag.None } text)
                    {
                        Replace(text);
                    }
                }

                break;
        }
    }

    private void Replace(ScalarNode scalar)
    {
        var text = scalar.Text;
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return;
        }

        // A text that is one reference and nothing else takes over the type of the value.
        if (
            text.StartsWith("$(", StringComparison.Ordinal)
            && text.IndexOf(')', StringComparison.Ordinal) == text.Length - 1
            && values.TryGetValue(text[2..^1], out var whole)
        )
        {
            scalar.Set(whole.Text, whole.Tag == ScalarTag.None ? ScalarTag.String : whole.Tag);
            return;
        }

        scalar.Set(Expand(text), ScalarTag.String);
    }

    private string Expand(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || i + 1 >= text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            var close = text[i] == '(' ? text.IndexOf(')', i) : -1;
            if (close > 0)
            {
                var name = text[(i + 1)..close];
                result.Append(values.TryGetValue(name, out var value) ? value.Text : $"$({name})");
                i = close;
            }
            else if (text[i] == '$')
            {
                result.Append('$');
            }
            else
            {
                result.Append('$').Append(text[i]);
            }
        }

        return result.ToString();
    }
}
