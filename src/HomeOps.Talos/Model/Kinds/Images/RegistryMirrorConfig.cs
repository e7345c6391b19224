using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>Where images of a registry are pulled from instead.</summary>
internal static class RegistryMirrorConfig
{
    private static readonly StructType Endpoint = new([
        Field.Required("url", Url),
        Field.Nullable("overridePath", Bool),
    ]);

    public static DocumentKind Kind { get; } =
        new(
            "RegistryMirrorConfig",
            [
                Field.Required("name", Str),
                Field.Optional("endpoints", ListOf(Endpoint)),
                Field.Nullable("skipFallback", Bool),
            ]
        )
        {
            Since = 12,
        };
}
