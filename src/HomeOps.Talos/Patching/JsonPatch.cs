using HomeOps.Talos.Model;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Patching;

/// <summary>JSON6902 operations on the main document.</summary>
internal sealed class JsonPatch(SourceText source, List<JsonOperation> operations) : ConfigPatch(source)
{
    public static JsonPatch Read(SourceText source, YamlSequence list, DiagnosticBag diagnostics)
    {
        var operations = new List<JsonOperation>(list.Items.Count);
        foreach (var item in list.Items)
        {
            if (JsonOperation.Read(source, item.Resolved, diagnostics) is { } operation)
            {
                operations.Add(operation);
            }
        }

        return new JsonPatch(source, operations);
    }

    internal override void Apply(MachineConfig config, PatchOptions options, MergeContext context)
    {
        if (operations.Count == 0)
        {
            return;
        }

        if (config.All.Count != 1 && options.Strict)
        {
            context.Add(TalosDiagnostics.JsonPatchRefused(config.All.Count, Source.At(0, 0)));
            return;
        }

        var at = config.All.FindIndex(static d => d.IsMain);
        if (at < 0)
        {
            at = 0;
        }

        if (config.All.Count == 0)
        {
            return;
        }

        if (config.All.Count > 1)
        {
            context.Add(TalosDiagnostics.JsonPatchOnMain(JsonEquivalent.Of(operations), operations[0].Origin));
        }

        config.All[at] = Patched(config.All[at], context) ?? config.All[at];
        foreach (var operation in operations.Where(static o => o.Name == "remove"))
        {
            config.Removed[string.Join('.', JsonOperation.Split(operation.Path))] = operation.Origin;
        }
    }

    internal override Location PlaceOf(string document, string path) =>
        operations
            .Find(o => path.StartsWith(string.Join('.', JsonOperation.Split(o.Path)), StringComparison.Ordinal))
            ?.Origin
        ?? operations[0].Origin;

    private ConfigDocument? Patched(ConfigDocument document, MergeContext context)
    {
        var reading = new DiagnosticBag();
        var reader = new ReadContext(Source, reading);
        var tree = FreeType.ReadAny(document.KindType.Write(document.Value), reader);
        foreach (var operation in operations)
        {
            if (operation.Apply(ref tree) is { } problem)
            {
                context.Add(TalosDiagnostics.JsonPatchFails(operation.Name, operation.Path, problem, operation.Origin));
                return null;
            }
        }

        var value = document.KindType.Read(FreeType.WriteAny(tree), reader) as ConfigStruct;
        foreach (var finding in reading)
        {
            context.Add(finding with { Location = operations[0].Origin });
        }

        if (value is null || reading.HasErrors)
        {
            return null;
        }

        Origins.Carry(document.Value, value, operations[0].Origin);
        return new ConfigDocument(document.KindType, value);
    }
}
