namespace HomeOps.Yaml;

/// <summary>The tokens of libyaml's grammar.</summary>
internal enum TokenKind
{
    StreamStart,
    StreamEnd,
    VersionDirective,
    TagDirective,
    UnknownDirective,
    DocumentStart,
    DocumentEnd,
    BlockSequenceStart,
    BlockMappingStart,
    BlockEnd,
    FlowSequenceStart,
    FlowSequenceEnd,
    FlowMappingStart,
    FlowMappingEnd,
    BlockEntry,
    FlowEntry,
    Key,
    Value,
    Alias,
    Anchor,
    Tag,
    Scalar,
}
