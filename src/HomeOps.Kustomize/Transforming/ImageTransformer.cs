using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Changes image references: those of all lists named <c>containers</c> or <c>initContainers</c>, and those of field specs.</summary>
internal sealed class ImageTransformer(ImageArguments image, IReadOnlyList<FieldSpec> fields, Location at)
{
    private readonly ImageMatcher matcher = new(image.Name, at);

    public void Transform(ResMap objects)
    {
        foreach (var resource in objects.Resources)
        {
            if (resource.Kind == "CustomResourceDefinition")
            {
                continue;
            }

            Walk(resource.Root);
            foreach (var spec in fields)
            {
                FieldVisitor.Visit(
                    resource,
                    spec,
                    FieldVisitor.Creation.Nothing,
                    node =>
                    {
                        if (node is not ScalarNode scalar)
                        {
                            throw new KustomizeException(
                                KustomizeDiagnostics.NotScalar(spec.Path, resource.CurrentId, resource.At)
                            );
                        }

                        Update(scalar);
                        return null;
                    }
                );
            }
        }
    }

    private void Walk(Node node)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var (key, value) in map.Entries)
                {
                    Walk(value);
                    if (key is "containers" or "initContainers" && value is SeqNode containers)
                    {
                        UpdateAll(containers);
                    }
                }

                break;
            case SeqNode sequence:
                foreach (var item in sequence.Items)
                {
                    Walk(item);
                }

                break;
        }
    }

    private void UpdateAll(SeqNode containers)
    {
        foreach (var container in containers.Items)
        {
            if ((container as MapNode)?["image"] is ScalarNode scalar)
            {
                Update(scalar);
            }
        }
    }

    private void Update(ScalarNode scalar)
    {
        if (scalar.Tag == ScalarTag.Null || !matcher.Matches(scalar.Text))
        {
            return;
        }

        var (name, tag, digest) = ImageReference.Split(scalar.Text);
        name = image.NewName.Length > 0 ? image.NewName : name;
        (tag, digest) = (image.NewTag.Length > 0, image.Digest.Length > 0) switch
        {
            (true, true) => (image.NewTag, image.Digest),
            (true, false) => (image.NewTag, ""),
            (false, true) => ("", image.Digest),
            _ when image.TagSuffix.Length > 0 => (tag + image.TagSuffix, ""),
            _ => (tag, digest),
        };
        scalar.Take(
            ScalarNode.Untyped(name + (tag.Length > 0 ? ":" + tag : "") + (digest.Length > 0 ? "@" + digest : ""))
        );
    }
}
