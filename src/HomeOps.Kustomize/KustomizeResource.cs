using System.Diagnostics.CodeAnalysis;
using HomeOps.Files;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Kustomize;

/// <summary>One object of a build.</summary>
public sealed class KustomizeResource
{
    private readonly Resource resource;

    internal KustomizeResource(Resource resource) => this.resource = resource;

    /// <summary>The content. It may be changed: what Flux does after a build (labels, values decrypted) is done there.</summary>
    public MapNode Root => resource.Root;

    /// <summary>The apiVersion; empty when the object has none.</summary>
    public string ApiVersion => resource.Root.Text("apiVersion") ?? "";

    /// <summary>The kind.</summary>
    public string Kind => resource.Kind;

    /// <summary>The name.</summary>
    public string Name => resource.Name;

    /// <summary>The namespace as written; empty when there is none.</summary>
    public string Namespace => resource.Namespace;

    /// <summary>The namespace it is in: that which it names, else <c>default</c>.</summary>
    public string EffectiveNamespace => resource.CurrentId.EffectiveNamespace;

    /// <summary>Whether its kind is certainly in no namespace (flux.md 2K.4); kinds that are not built in count as namespaced.</summary>
    public bool IsClusterScoped => resource.CurrentId.Gvk.IsClusterScoped;

    /// <summary>Where the object was read, or where its generator stands.</summary>
    public Location At => resource.At;

    /// <summary>The value of an annotation, or null.</summary>
    public string? Annotation(string key) => resource.Annotations?.Text(key);

    /// <summary>The value of a label, or null.</summary>
    public string? Label(string key) => resource.Labels?.Text(key);

    /// <summary>Reads the objects of a file, lists taken apart, or says what is wrong with it.</summary>
    /// <param name="tree">The files.</param>
    /// <param name="path">The file, relative to the tree's root.</param>
    public static KustomizeResult Read(FileTree tree, string path)
    {
        try
        {
            var source = Utf8Text.Read(path, tree.Read(path));
            return new KustomizeResult(
                ResourceReader.Read(source).ConvertAll(static r => new KustomizeResource(r)),
                []
            );
        }
        catch (KustomizeException wrong)
        {
            return new KustomizeResult([], [wrong.Diagnostic]);
        }
        catch (IOException unreadable)
        {
            var reason = FileFailure.Reason(unreadable);
            return new KustomizeResult([], [KustomizeDiagnostics.NotReadable(path, reason, Location.OfFile(path))]);
        }
    }

    /// <summary>Reads the objects of a text that was made of something in the files, as a template is rendered.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="origin">What it was made of: parts that have the same path there have the same place, the objects that of the whole.</param>
    /// <param name="made">The objects; none when the text is wrong.</param>
    /// <param name="problem">What is wrong with the text, in words; it has no place, as nobody wrote the text.</param>
    public static bool TryMake(
        string yaml,
        Node origin,
        out IReadOnlyList<KustomizeResource> made,
        [NotNullWhen(false)] out string? problem
    )
    {
        var at = origin.At ?? Location.OfFile("");
        try
        {
            var read = ResourceReader.Read(new SourceText(at.Path, yaml));
            read.ForEach(r => NodePlaces.Restore(r.Root, origin));
            (made, problem) = (read.ConvertAll(r => new KustomizeResource(new Resource(r.Root, at))), null);
            return true;
        }
        catch (KustomizeException wrong)
        {
            (made, problem) = ([], wrong.Diagnostic.Message);
            return false;
        }
    }

    /// <summary>
    /// Puts in place what a text holds that was made of this object's YAML, as by decrypting it. Its parts keep the places they have in the files.
    /// </summary>
    /// <param name="yaml">One YAML document.</param>
    /// <param name="problem">Why the text is no object, in words; it has no place, as nobody wrote the text.</param>
    public bool TryReplace(string yaml, [NotNullWhen(false)] out string? problem)
    {
        if (!Node.TryReadAll(new SourceText(At.Path, yaml), out var roots, out var mistake))
        {
            problem = mistake.Message;
            return false;
        }

        if (roots is not [MapNode root])
        {
            problem = "it is no map";
            return false;
        }

        NodePlaces.Restore(root, resource.Root);
        resource.ReplaceRoot(root);
        problem = null;
        return true;
    }

    /// <summary>Sets the namespace; empty removes it.</summary>
    public void SetNamespace(string name) => resource.SetNamespace(name);

    /// <summary>The object as compact JSON with ordered keys, as Go writes it.</summary>
    public string ToJson() => JsonText.Write(resource.Root, isPretty: false);

    /// <summary>The object as YAML, as kustomize prints it.</summary>
    public string ToYaml() => NodeWriter.Write(resource.Root);

    /// <inheritdoc />
    public override string ToString() => resource.CurrentId.Shown;

    internal void Write(GoV2Writer writer) => NodeWriter.Write(writer, resource.Root);
}
