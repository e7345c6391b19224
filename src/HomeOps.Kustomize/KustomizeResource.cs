using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Kustomize;

/// <summary>One object of a build.</summary>
public sealed class KustomizeResource
{
    private readonly Resource resource;

    internal KustomizeResource(Resource resource) => this.resource = resource;

    /// <summary>The content, which the builder of a Flux tree may still change.</summary>
    internal MapNode Root => resource.Root;

    /// <summary>Puts another content in place.</summary>
    internal void ReplaceRoot(MapNode root) => resource.ReplaceRoot(root);

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

    /// <summary>The object as YAML, as kustomize prints it.</summary>
    public string ToYaml() => NodeWriter.Write(resource.Root);

    /// <inheritdoc />
    public override string ToString() => resource.CurrentId.Shown;

    internal void Write(GoV2Writer writer) => NodeWriter.Write(writer, resource.Root);
}
