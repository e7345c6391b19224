using System.CommandLine;
using HomeOps.Files;
using HomeOps.Flux;

namespace HomeOps.Cli.Commands;

/// <summary>The flags that the commands about Flux's tree share, named as in flux-local and flate.</summary>
internal sealed class FluxFlags
{
    private readonly Option<string> path = new("--path", "-p")
    {
        Description = "The folder or file that Flux applies first, e.g. kubernetes/flux/cluster",
        DefaultValueFactory = static _ => ".",
    };

    private readonly Option<string?> inNamespace = new("--namespace", "-n") { Description = "Only this namespace" };

    private readonly Option<bool> allNamespaces = new("--all-namespaces", "-A")
    {
        Description = "All namespaces (the default)",
    };

    private readonly Option<bool> lax = new("--lax")
    {
        Description = "A variable that nothing defines is empty, as before Flux 2.9, and no error",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(path);
        command.Options.Add(inNamespace);
        command.Options.Add(allNamespaces);
        command.Options.Add(lax);
    }

    /// <summary>Builds the tree that the flags name. Values of encrypted Secrets are placeholders.</summary>
    public FluxCluster Build(World world, ParseResult parsed)
    {
        var named = world.Absolute(parsed.GetValue(path) ?? ".");
        var root = RepositoryRoot.Of(world, Directory.Exists(named) ? named : Path.GetDirectoryName(named) ?? named);
        var entry = Path.GetRelativePath(root, named);
        return FluxCluster.Build(
            new DiskTree(root),
            entry == "." ? "" : entry,
            new FluxOptions { IsStrict = !parsed.GetValue(lax) }
        );
    }

    /// <summary>Whether an object of a namespace was asked for.</summary>
    public bool Includes(ParseResult parsed, string itsNamespace) =>
        parsed.GetValue(allNamespaces)
        || parsed.GetValue(inNamespace) is not { Length: > 0 } wanted
        || wanted == itsNamespace;
}
