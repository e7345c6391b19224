using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Copies values from fields of one object to fields of others.</summary>
internal sealed class ReplacementTransformer(IReadOnlyList<Replacement> replacements)
{
    public void Transform(ResMap objects)
    {
        foreach (var replacement in replacements)
        {
            if (replacement.Targets is null || (replacement.Source is null && replacement.SourceValue is null))
            {
                throw new KustomizeException(KustomizeDiagnostics.IncompleteReplacement(replacement.At));
            }

            var value = FindValue(objects, replacement);
            foreach (var target in replacement.Targets)
            {
                Apply(objects, value, target);
            }
        }
    }

    private static Node FindValue(ResMap objects, Replacement replacement)
    {
        if (replacement.Source is not { } source)
        {
            return ScalarNode.Untyped(replacement.SourceValue ?? "");
        }

        if (replacement.SourceValue is not null)
        {
            throw new KustomizeException(KustomizeDiagnostics.SourceAndValue(replacement.At));
        }

        Resource? found = null;
        foreach (var resource in objects.Resources)
        {
            if (!resource.HasAnyId(id => id.IsSelectedBy(source.Id)))
            {
                continue;
            }

            if (found is not null)
            {
                throw new KustomizeException(KustomizeDiagnostics.SeveralSources(source.Id, source.At));
            }

            found = resource;
        }

        if (found is null)
        {
            throw new KustomizeException(KustomizeDiagnostics.NoSource(source.Id, source.At));
        }

        var node = new FieldPath(source.FieldPath, source.At).Find(found.Root);
        return node is null or ScalarNode { Tag: ScalarTag.Null } or MapNode { Count: 0 } or SeqNode { Items.Count: 0 }
            ? throw new KustomizeException(
                KustomizeDiagnostics.SourceFieldMissing(source.FieldPath, found.CurrentId, source.At)
            )
            : Refine(node, source);
    }

    private static Node Refine(Node node, ReplacementSource source)
    {
        if (source.Options.Delimiter.Length == 0)
        {
            return node;
        }

        if (node is not ScalarNode scalar)
        {
            throw new KustomizeException(KustomizeDiagnostics.DelimiterNotText(source.At));
        }

        var parts = scalar.Text.Split(source.Options.Delimiter);
        if (source.Options.Index < 0 || source.Options.Index >= parts.Length)
        {
            throw new KustomizeException(
                KustomizeDiagnostics.PartMissing(source.Options.Index, parts.Length, source.At)
            );
        }

        var part = (ScalarNode)scalar.Copy();
        part.SetText(parts[source.Options.Index]);
        return part;
    }

    private static void Apply(ResMap objects, Node value, ReplacementTarget target)
    {
        if (target.Select is not { } select)
        {
            throw new KustomizeException(KustomizeDiagnostics.TargetWithoutSelect(target.At));
        }

        var selector = select.Compile();
        var rejects = target
            .Reject.Select(static r => (r.HasId, Compiled: r.Compile(), r.Labels, r.Annotations))
            .ToList();
        foreach (var resource in objects.Resources)
        {
            if (
                !selector.MatchesLabels(resource)
                || rejects.Exists(r =>
                    (r.Labels.Length > 0 || r.Annotations.Length > 0) && r.Compiled.MatchesLabels(resource)
                )
                || rejects.Exists(r => r.HasId && resource.HasAnyId(r.Compiled.MatchesId))
                || !resource.HasAnyId(selector.MatchesId)
            )
            {
                continue;
            }

            foreach (var path in target.FieldPaths)
            {
                Copy(resource, value, new FieldPath(path.Text, path.At), path, target.Options);
            }
        }
    }

    private static void Copy(Resource resource, Node value, FieldPath path, LocatedText shown, FieldOptions options)
    {
        if (
            StructuredText.TryChange(
                resource.Root,
                path,
                slots => SetAll(slots, value, options, shown.At),
                options.Creates ? Made : null
            )
        )
        {
            return;
        }

        var slots = path.Match(resource.Root, 0, options.Creates ? Made : null);
        if (slots.Count == 0)
        {
            throw new KustomizeException(
                KustomizeDiagnostics.TargetFieldMissing(shown.Text, resource.CurrentId, shown.At)
            );
        }

        SetAll(slots, value, options, shown.At);

        Node Made() =>
            value switch
            {
                MapNode => new MapNode(),
                SeqNode => new SeqNode(),
                _ => ScalarNode.Untyped(""),
            };
    }

    private static void SetAll(List<Slot> slots, Node value, FieldOptions options, Location at)
    {
        foreach (var slot in slots)
        {
            Set(slot, value, options, at);
        }
    }

    // A text keeps its own tag and quotes; anything else is exchanged.
    private static void Set(Slot slot, Node value, FieldOptions options, Location at)
    {
        var text = Node.TextOf(value) ?? "";
        if (options.Delimiter.Length > 0)
        {
            text = slot.Node is ScalarNode old
                ? Insert(old.Text, text, options)
                : throw new KustomizeException(KustomizeDiagnostics.DelimiterNotText(at));
        }

        if (slot.Node is ScalarNode target)
        {
            target.SetText(text);
        }
        else
        {
            slot.Set(value.Copy());
        }
    }

    private static string Insert(string old, string part, FieldOptions options)
    {
        var parts = new List<string>(old.Split(options.Delimiter));
        if (options.Index < 0)
        {
            parts.Insert(0, part);
        }
        else if (options.Index >= parts.Count)
        {
            parts.Add(part);
        }
        else
        {
            parts[options.Index] = part;
        }

        return string.Join(options.Delimiter, parts);
    }
}
