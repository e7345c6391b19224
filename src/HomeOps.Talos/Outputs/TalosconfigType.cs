using HomeOps.Talos.Model;
using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Outputs;

/// <summary>The keys of talosconfig.</summary>
internal static class TalosconfigType
{
    public static StructType Context { get; } =
        new([
            Field.Required("endpoints", Texts),
            Field.Optional("nodes", Texts),
            Field.Optional("ca", Str),
            Field.Optional("crt", Str),
            Field.Optional("key", Str),
            Field.Nullable("auth", Free),
            Field.Optional("cluster", Str),
            Field.Optional("target", Str),
        ]);

    public static StructType Type { get; } =
        new([Field.Required("context", Str), Field.Required("contexts", MapOf(Context))]);
}
