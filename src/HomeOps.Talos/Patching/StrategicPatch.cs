using HomeOps.Talos.Migrating;
using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Patching;

/// <summary>Documents to merge into those of the same kind and name; documents without a counterpart are added at the end.</summary>
internal sealed class StrategicPatch(SourceText source, List<object> parts) : ConfigPatch(source)
{
    internal override void Apply(MachineConfig config, PatchOptions options, MergeContext context)
    {
        foreach (var part in parts)
        {
            if (part is PatchDelete delete)
            {
                Delete(config, delete, context);
            }
            else
            {
                Merge(config, (ConfigDocument)part, context);
            }
        }
    }

    internal override Location PlaceOf(string document, string path) =>
        parts
            .OfType<PatchDelete>()
            .FirstOrDefault(d =>
                d.DocumentId == document
                && path.StartsWith(
                    string.Join('.', d.Path.TakeWhile(static p => !p.StartsWith('['))),
                    StringComparison.Ordinal
                )
            )
            ?.Origin
        ?? Source.At(0, 0);

    internal static void Merge(MachineConfig config, ConfigDocument patch, MergeContext context)
    {
        var target = config.All.Find(d => d.Id == patch.Id);
        if (target is null)
        {
            config.All.Add(patch.Clone());
        }
        else
        {
            patch.KindType.Merge(target.Value, patch.Value, overwrites: false, context);
        }
    }

    // A delete for a document that is not there is no mistake, one for a key that is not there is.
    private static void Delete(MachineConfig config, PatchDelete delete, MergeContext context)
    {
        var target = config.All.Find(d => d.Id == delete.DocumentId);
        if (target is null)
        {
            return;
        }

        var path = string.Join('.', delete.Path);
        if (delete.Path.Count == 0)
        {
            config.All.Remove(target);
        }
        else if (!Deletion.Delete(target.Value, delete))
        {
            var document = target.IsMain ? "the main document" : target.Id;
            var moved = target.IsMain
                ? MovedKeys.All.FirstOrDefault(k => k.Path == path && config.All.Exists(d => d.Kind == k.Kind))
                : null;
            context.Add(TalosDiagnostics.DeleteFindsNothing(path, document, moved, delete.Origin));
        }
        else if (target.IsMain)
        {
            config.Removed[path] = delete.Origin;
        }
    }
}
