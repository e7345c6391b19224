using System.Globalization;
using System.Numerics;
using HomeOps.Helm.Templates;
using HomeOps.Talos.Model;

namespace HomeOps.Talos.Templates;

/// <summary>A part of a machine config as a template sees it: by the names of Go's structs, unset values as Go's zero.</summary>
internal sealed class GoStruct(ConfigStruct value, string type) : ITemplateFields
{
    /// <summary>The main document.</summary>
    public static GoStruct OfMain(ConfigStruct main) => new(main, "Config");

    public IEnumerable<string> Names => GoNames.Of(type).Keys;

    public bool TryGet(string name, out object? found)
    {
        found = null;
        if (!GoNames.Of(type).TryGetValue(name, out var field) || value.Type.Find(field.Key) is not (>= 0 and var at))
        {
            return false;
        }

        var declared = value.Type.Fields[at];
        found = value[at] is { } set ? Of(set, field.Type) : Zero(declared, field.Type);
        return true;
    }

    private static object? Of(ConfigValue set, string type) =>
        set switch
        {
            ConfigStruct part when type.Length > 0 => new GoStruct(part, type),
            // One without names here may hold secrets.
            ConfigStruct => new TemplateFields(),
            ConfigList list => list.Items.ConvertAll(i => Of(i, type)),
            ConfigMap map => map.Entries.ToDictionary(
                static e => e.Key,
                e => Of(e.Value, type),
                StringComparer.Ordinal
            ),
            ConfigScalar { Value: BigInteger big } => big.ToString(CultureInfo.InvariantCulture),
            ConfigScalar scalar => scalar.Value,
            _ => null,
        };

    private static object? Zero(Field declared, string type) =>
        declared switch
        {
            { Pointer: true } => null,
            { Type: StructType part } when type.Length > 0 => new GoStruct(part.New(), type),
            { Type: ListType } => (List<object?>)[],
            { Type: MapType or FreeType } => new Dictionary<string, object?>(StringComparer.Ordinal),
            { Type: BoolType } => false,
            { Type: IntType or FileModeType } => 0L,
            _ => "",
        };
}
