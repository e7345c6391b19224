using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>A name for the links an expression picks.</summary>
internal static class LinkAliasConfig
{
    private static readonly StructType Selector = new([Field.Optional("match", Str)]);

    public static DocumentKind Kind { get; } =
        new("LinkAliasConfig", [Field.Required("name", Str), Field.Optional("selector", Selector)]);
}
