using HomeOps.Files;
using HomeOps.Kustomize;
using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>
/// Builds one Flux Kustomization in the order of the controller (flux.md 2.2): generate, build, decrypt, substitute, label. Has no state
/// of its own, so several can be built at once.
/// </summary>
internal sealed class KustomizationBuilder(
    FileTree tree,
    FluxOptions options,
    SubstitutedSecrets secrets,
    Func<FileEntry, bool> ignores
)
{
    private const string Owner = "kustomize.toolkit.fluxcd.io/";

    /// <summary>The objects before decryption and substitution.</summary>
    public KustomizeResult Accumulate(FluxKustomization ks)
    {
        if (ks.Folder is not { } folder)
        {
            return Failed(FluxDiagnostics.PathOutside(ks.Path, ks.PathAt));
        }

        try
        {
            if (tree.Find(folder) is not { Kind: EntryKind.Folder })
            {
                return Failed(FluxDiagnostics.NoPath(ks.Path, ks.PathAt));
            }

            var isGenerated = !KustomizationFolder.HasFile(tree, folder);
            var overlay =
                ks.Overlay.Resources is not null || !isGenerated
                    ? ks.Overlay
                    : ks.Overlay with
                    {
                        Resources = GeneratedKustomization.Make(tree, folder, ignores),
                        ResourcesAt = ks.PathAt,
                    };
            var built = ks.DecryptionSecret is null
                ? KustomizeBuild.Run(tree, folder, new KustomizeOptions(), overlay)
                : Decrypted(folder, overlay);
            return FluxHints.Apply(built, overlay, isGenerated);
        }
        catch (IOException)
        {
            return Failed(FluxDiagnostics.PathOutside(ks.Path, ks.PathAt));
        }
    }

    private KustomizeResult Decrypted(string folder, KustomizeOverlay overlay)
    {
        var all = new DiagnosticBag();
        var files = new DecryptedFiles(tree, folder, overlay, options, all);
        var built = KustomizeBuild.Run(files, folder, new KustomizeOptions(), overlay);
        all.AddRange(built.Diagnostics.Select(files.Hidden));
        return built with { Diagnostics = all };
    }

    /// <summary>The objects as Flux would apply them.</summary>
    /// <param name="ks">The Kustomization.</param>
    /// <param name="accumulated">What <see cref="Accumulate"/> gave.</param>
    /// <param name="variables">The variables.</param>
    /// <param name="findings">Gets what is wrong.</param>
    public List<KustomizeResource> Finish(
        FluxKustomization ks,
        KustomizeResult accumulated,
        VariableSet variables,
        ICollection<Diagnostic> findings
    )
    {
        var decryption = new ObjectDecryption(ks, options, findings);
        var substitution = Substitutes(ks, variables)
            ? new ObjectSubstitution(variables, secrets, options, findings)
            : null;
        var objects = new List<KustomizeResource>(accumulated.Resources.Count);
        foreach (var o in accumulated.Resources)
        {
            decryption.Apply(o);
            substitution?.Apply(o);
            if (!FluxKind.IsBuildConfiguration(o))
            {
                Label(o, ks);
                objects.Add(o);
            }
        }

        return objects;
    }

    /// <summary>One of the objects before the others, as values are taken from it; null for null.</summary>
    public KustomizeResource? Decrypted(FluxKustomization ks, KustomizeResource? o, ICollection<Diagnostic> findings)
    {
        if (o is not null)
        {
            new ObjectDecryption(ks, options, findings).Apply(o);
        }

        return o;
    }

    /// <summary>Whether variables are substituted at all (flux.md 2.5): without any the objects stay as they are.</summary>
    public bool Substitutes(FluxKustomization ks, VariableSet variables) =>
        variables.All.Count > 0 || ks.SubstitutesAlways || (variables.HasUnknown && options.IsStrict);

    private static void Label(KustomizeResource o, FluxKustomization ks)
    {
        var metadata = o.Root.MapOrNew("metadata");
        if (metadata?.MapOrNew("labels") is { } labels)
        {
            labels.SetText(Owner + "name", ks.Name);
            labels.SetText(Owner + "namespace", ks.Namespace);
            foreach (var (key, value) in ks.CommonLabels)
            {
                labels.SetText(key, value);
            }
        }

        if (ks.CommonAnnotations.Count > 0 && metadata?.MapOrNew("annotations") is { } annotations)
        {
            foreach (var (key, value) in ks.CommonAnnotations)
            {
                annotations.SetText(key, value);
            }
        }
    }

    private static KustomizeResult Failed(Diagnostic reason) => new([], [reason]);
}
