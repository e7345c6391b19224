using HomeOps.Files;
using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>The function <c>talos_patches</c> of the home-ops plugin.</summary>
internal sealed class TalosPatches(FileTree tree)
{
    private const string Folder = "templates/config/talos/patches";

    private static readonly Signature Arguments = new("talos_patches", ["value"], []);

    /// <summary>
    /// <c>talos_patches('global')</c>: the paths of the templates in that folder of patches, ordered; none when there is no such folder.
    /// </summary>
    public Value List(EvaluationContext context, CallArguments arguments)
    {
        var value = Arguments.Bind(arguments)[0];
        if (TreePath.Normalize($"{Folder}/{PyText.Str(value)}") is not { } folder)
        {
            return new PyList();
        }

        return new PyList(
            tree.List(folder)
                .Where(static e => e.Kind == EntryKind.File && e.Name.EndsWith(".yaml.j2", StringComparison.Ordinal))
                .Select(static e => (Value)e.Path)
        );
    }
}
