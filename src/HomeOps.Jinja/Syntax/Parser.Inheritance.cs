using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax;

/// <summary>Statements that concern other templates: blocks, extends, include, import.</summary>
internal sealed partial class Parser
{
    private static readonly string[] EndBlock = ["endblock"];

    private readonly List<BlockStatement> blocks = [];
    private bool hasExtends;

    private BlockStatement ParseBlock()
    {
        var tag = stream.Next();
        var name = stream.Expect(TokenKind.Name);
        var scoped = stream.SkipIf("scoped");
        var required = stream.SkipIf("required");
        if (stream.Current.Kind == TokenKind.Sub)
        {
            throw TokenStream.Error(
                "Block names in Jinja have to be valid Python identifiers and may not contain hyphens, use an underscore instead.",
                stream.Current.Span
            );
        }

        // The place is taken before the body is read: blocks are numbered from the outside in.
        var index = blocks.Count;
        var outer = mentions.Begin();
        if (scoped)
        {
            mentions.ScopedBlock();
        }

        var outerLoops = loops;
        loops = 0;
        var body = ParseTagBody(EndBlock);
        stream.Next();
        loops = outerLoops;
        if (required && !body.IsBlank)
        {
            throw TokenStream.Error("Required blocks can only contain comments or whitespace", tag.Span);
        }

        stream.SkipIf(name.Text ?? "");
        var block = new BlockStatement(
            name.Span,
            name.Text ?? "",
            scoped,
            required,
            body,
            mentions.End(outer, isBlock: true)
        );
        blocks.Insert(index, block);
        return block;
    }

    private ExtendsStatement ParseExtends()
    {
        var tag = stream.Next();
        hasExtends = true;
        return new ExtendsStatement(tag.Span, ParseExpression());
    }

    private IncludeStatement ParseInclude()
    {
        var tag = stream.Next();
        var name = ParseExpression();
        var ignoreMissing = stream.Current.Is("ignore") && stream.Look().Is("missing");
        if (ignoreMissing)
        {
            stream.Next();
            stream.Next();
        }

        return new IncludeStatement(tag.Span, name, ignoreMissing, ParseContext() ?? true);
    }

    private ImportStatement ParseImport()
    {
        var tag = stream.Next();
        var name = ParseExpression();
        stream.Expect("as");
        var target = ParseNameTarget();
        return new ImportStatement(tag.Span, name, target, ParseContext() ?? false);
    }

    private FromImportStatement ParseFrom()
    {
        var tag = stream.Next();
        var template = ParseExpression();
        stream.Expect("import");
        var names = new List<ImportedName>();
        bool? withContext = null;
        while (true)
        {
            if (names.Count > 0)
            {
                stream.Expect(TokenKind.Comma);
            }

            if (stream.Current.Kind != TokenKind.Name)
            {
                stream.Expect(TokenKind.Name);
            }

            withContext = ParseContext();
            if (withContext is not null)
            {
                break;
            }

            names.Add(ParseImportedName());
            withContext = ParseContext();
            if (withContext is not null || stream.Current.Kind != TokenKind.Comma)
            {
                break;
            }
        }

        return new FromImportStatement(tag.Span, template, [.. names], withContext ?? false);
    }

    private ImportedName ParseImportedName()
    {
        var name = ParseNameTarget();
        if (name.Name.StartsWith('_'))
        {
            throw TokenStream.Error(
                "names starting with an underline can not be imported",
                name.Span,
                JinjaErrorKind.Assertion
            );
        }

        return new ImportedName(name.Name, stream.SkipIf("as") ? ParseNameTarget() : name);
    }

    // "with context" or "without context"; null when neither follows.
    private bool? ParseContext()
    {
        if (!(stream.Current.Is("with") || stream.Current.Is("without")) || !stream.Look().Is("context"))
        {
            return null;
        }

        var with = stream.Next().Text is "with";
        stream.Next();
        return with;
    }
}
