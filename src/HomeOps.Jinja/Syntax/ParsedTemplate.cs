using HomeOps.Jinja.Syntax.Statements;

namespace HomeOps.Jinja.Syntax;

/// <summary>What the parser made of a template.</summary>
/// <param name="Body">Its statements.</param>
/// <param name="Mentions">The special names read outside of blocks.</param>
/// <param name="Blocks">All blocks, in the order of their tags.</param>
/// <param name="HasExtends">Whether an extends statement stands anywhere.</param>
internal sealed record ParsedTemplate(Body Body, NameMentions Mentions, BlockStatement[] Blocks, bool HasExtends);
