using static HomeOps.Talos.Model.Forms;

namespace HomeOps.Talos.Model;

/// <summary>What is ended when memory runs out.</summary>
internal static class OOMConfig
{
    public static DocumentKind Kind { get; } =
        new(
            "OOMConfig",
            [
                Field.Optional("triggerExpression", Str),
                Field.Optional("cgroupRankingExpression", Str),
                Field.Nullable("strictCgroupClassOrdering", Bool),
                Field.Optional("sampleInterval", Duration),
            ]
        );
}
