using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Builds a kustomization: <c>kustomize build</c>, in process, from any file tree, without network and without running programs.</summary>
public static class KustomizeBuild
{
    private const string ManagedBy = "app.kubernetes.io/managed-by";

    /// <summary>Builds the kustomization in a folder of a tree.</summary>
    /// <param name="tree">The files; nothing outside is read.</param>
    /// <param name="folder">The folder, relative to the tree's root; empty for the root. With remotes also an address of a remote base.</param>
    /// <param name="options">Order and restrictions; null for those of Flux.</param>
    /// <returns>The objects, or the error that ended the build; warnings in both cases.</returns>
    public static KustomizeResult Run(FileTree tree, string folder, KustomizeOptions? options = null) =>
        Run(tree, folder, options ?? new KustomizeOptions(), KustomizeOverlay.None);

    /// <summary>Builds a kustomization with what a Flux Kustomization lays over it.</summary>
    /// <param name="tree">The files; nothing outside is read.</param>
    /// <param name="folder">The folder, relative to the tree's root; empty for the root.</param>
    /// <param name="options">Order and restrictions.</param>
    /// <param name="overlay">What is laid over it.</param>
    public static KustomizeResult Run(FileTree tree, string folder, KustomizeOptions options, KustomizeOverlay overlay)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            return new KustomizeResult(Build(tree, folder, options, overlay, diagnostics), diagnostics);
        }
        catch (KustomizeException e)
        {
            diagnostics.Add(e.Diagnostic);
            return new KustomizeResult([], diagnostics);
        }
    }

    private static List<KustomizeResource> Build(
        FileTree tree,
        string folder,
        KustomizeOptions options,
        KustomizeOverlay overlay,
        DiagnosticBag diagnostics
    )
    {
        var loader = Open(tree, folder, options);
        var warnings = new List<Diagnostic>();
        try
        {
            var kustomization = overlay.Apply(loader, warnings);
            var context = new BuildContext(warnings)
            {
                LeavesOutFailures = overlay.IsFlux,
                WritesOrigins = Wants(kustomization, "originAnnotations"),
                WritesTransformations = Wants(kustomization, "transformerAnnotations"),
            };
            context.UseOpenApi(loader, kustomization);
            var accumulator = new Accumulator();
            var origin = kustomization.BuildMetadata.Count > 0 ? new Origin() : null;
            new Target(context, loader, kustomization, origin).Accumulate(accumulator);
            return Finish(accumulator, kustomization, context, options);
        }
        finally
        {
            diagnostics.AddRange(warnings);
        }
    }

    // What happens once, at the very top: hashes, references, vars, order, labels.
    private static List<KustomizeResource> Finish(
        Accumulator accumulator,
        Kustomization kustomization,
        BuildContext context,
        KustomizeOptions options
    )
    {
        var objects = accumulator.Objects;
        objects.Transform(HashTransformer.Transform);
        context.Attempt(() =>
            objects.Transform(all => NameReferenceTransformer.Transform(all, accumulator.Config.NameReferences))
        );
        context.Attempt(() => VarTransformer.Transform(accumulator));
        context.Attempt(() => LocalConfig.Drop(objects));
        if (kustomization.Sort?.IsLegacy ?? options.Order == KustomizeOrder.Legacy)
        {
            // One that LocalConfig leaves beside another is a mistake to this order only.
            context.Attempt(objects.CheckIds);
            new LegacyOrder(kustomization.Sort).Sort(objects);
        }

        var result = new List<KustomizeResource>(objects.Resources.Count);
        foreach (var resource in objects.Resources)
        {
            if (Wants(kustomization, "managedByLabel"))
            {
                resource
                    .Root.MapOrNew("metadata")
                    ?.MapOrNew("labels")
                    ?.Overwrite(ManagedBy, ScalarNode.String($"kustomize-{options.Version}"));
            }

            OriginAnnotation.Clean(resource, context);
            FlowText.Settle(resource.Root);
            result.Add(new KustomizeResource(resource));
        }

        return result;
    }

    private static bool Wants(Kustomization kustomization, string metadata)
    {
        foreach (var entry in kustomization.BuildMetadata)
        {
            if (entry.Text == metadata)
            {
                return true;
            }
        }

        return false;
    }

    private static Loader Open(FileTree tree, string folder, KustomizeOptions options)
    {
        if (options.Remotes is not null && RemoteReference.IsRemote(folder))
        {
            return new Loader(tree, "", options).Enter(folder, null);
        }

        try
        {
            var root = TreePath.Normalize(folder) ?? throw new PathEscapeException(folder, tree.Root);
            return tree.Find(root) switch
            {
                { Kind: EntryKind.Folder } => new Loader(tree, root, options),
                null => throw new KustomizeException(KustomizeDiagnostics.NoFolder(folder)),
                _ => throw new KustomizeException(KustomizeDiagnostics.FileNotFolder(folder, null)),
            };
        }
        catch (IOException)
        {
            throw new KustomizeException(KustomizeDiagnostics.OutsideTree(folder, null));
        }
    }
}
