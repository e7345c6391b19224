using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Syntax;

/// <summary>Statements that do not concern other templates.</summary>
internal sealed partial class Parser
{
    private static readonly string[] LoopEnds = ["endfor", "else"];
    private static readonly string[] EndFor = ["endfor"];
    private static readonly string[] BranchEnds = ["elif", "else", "endif"];
    private static readonly string[] EndIf = ["endif"];
    private static readonly string[] EndSet = ["endset"];
    private static readonly string[] EndWith = ["endwith"];
    private static readonly string[] EndAutoescape = ["endautoescape"];
    private static readonly string[] EndFilter = ["endfilter"];
    private static readonly string[] EndMacro = ["endmacro"];
    private static readonly string[] EndCall = ["endcall"];

    private ForStatement ParseFor()
    {
        var tag = stream.Next();
        var loopTargetsBefore = loopTargets;
        var target = ParseTarget();
        stream.Expect("in");
        var items = ParseTuple(withConditional: false);
        var filter = stream.SkipIf("if") ? ParseExpression() : null;
        var recursive = stream.SkipIf("recursive");
        var outer = mentions.Begin();
        loops++;
        var body = ParseTagBody(LoopEnds);
        loops--;
        var mentioned = mentions.End(outer);
        var otherwise = stream.Next().Text is "else" ? ParseTagBody(EndFor) : null;
        if (otherwise is not null)
        {
            stream.Next();
        }

        var assignsLoop = loopTargets > loopTargetsBefore;
        return new ForStatement(tag.Span, target, items, filter, recursive, body, otherwise, mentioned, assignsLoop);
    }

    private IfStatement ParseIf()
    {
        var tag = stream.Next();
        var branches = new List<IfBranch>();
        while (true)
        {
            var test = ParseTuple(withConditional: false);
            branches.Add(new IfBranch(test, ParseTagBody(BranchEnds)));
            var end = stream.Next();
            if (end.Text is "elif")
            {
                continue;
            }

            var otherwise = end.Text is "else" ? ParseTagBody(EndIf) : null;
            if (otherwise is not null)
            {
                stream.Next();
            }

            return new IfStatement(tag.Span, [.. branches], otherwise);
        }
    }

    private Statement ParseSet()
    {
        var tag = stream.Next();
        var target = ParseTarget(withNamespace: true);
        if (stream.SkipIf(TokenKind.Assign))
        {
            return new SetStatement(tag.Span, target, ParseTuple());
        }

        var captured = new CapturedTextExpression(tag.Span);
        var value = stream.Current.Kind == TokenKind.Pipe ? ParseFilters(captured) : captured;
        var body = ParseTagBody(EndSet);
        stream.Next();
        return new SetBlockStatement(tag.Span, target, captured, value, body);
    }

    private WithStatement ParseWith()
    {
        var tag = stream.Next();
        var targets = new List<Target>();
        var values = new List<Expression>();
        while (stream.Current.Kind != TokenKind.BlockEnd)
        {
            if (targets.Count > 0)
            {
                stream.Expect(TokenKind.Comma);
            }

            var loopTargetsBefore = loopTargets;
            targets.Add(ParseTarget());
            loopTargets = loopTargetsBefore;
            stream.Expect(TokenKind.Assign);
            values.Add(ParseExpression());
        }

        var body = ParseTagBody(EndWith);
        stream.Next();
        return new WithStatement(tag.Span, [.. targets], [.. values], body);
    }

    private AutoescapeStatement ParseAutoescape()
    {
        var tag = stream.Next();
        var value = ParseExpression();
        var body = ParseTagBody(EndAutoescape);
        stream.Next();
        return new AutoescapeStatement(tag.Span, value, body);
    }

    private MacroStatement ParseMacro()
    {
        var tag = stream.Next();
        var name = ParseNameTarget();
        var parameters = ParseSignature();
        return new MacroStatement(tag.Span, name, ParseMacroBody(tag, name.Name, parameters, EndMacro));
    }

    private CallBlockStatement ParseCallBlock()
    {
        var tag = stream.Next();
        var parameters = stream.Current.Kind == TokenKind.LeftParen ? ParseSignature() : [];
        if (ParseExpression() is not CallExpression call)
        {
            throw TokenStream.Error("expected call", tag.Span);
        }

        return new CallBlockStatement(tag.Span, call, ParseMacroBody(tag, null, parameters, EndCall));
    }

    private FilterBlockStatement ParseFilterBlock()
    {
        var tag = stream.Next();
        var captured = new CapturedTextExpression(tag.Span);
        var value = ParseFilters(captured, startsInline: true);
        var body = ParseTagBody(EndFilter);
        stream.Next();
        return new FilterBlockStatement(tag.Span, captured, value, body);
    }

    private void ParsePrint()
    {
        stream.Next();
        for (var first = true; stream.Current.Kind != TokenKind.BlockEnd; first = false)
        {
            if (!first)
            {
                stream.Expect(TokenKind.Comma);
            }

            statements.Add(new PrintStatement(ParseExpression()));
        }
    }

    private LoopControlStatement ParseLoopControl(Token tag)
    {
        var isBreak = tag.Text is "break";
        if (loops == 0)
        {
            var message = isBreak ? "'break' outside loop" : "'continue' not properly in loop";
            throw TokenStream.Error(message, tag.Span, JinjaErrorKind.PythonSyntax);
        }

        return new LoopControlStatement(tag.Span, isBreak);
    }

    private MacroBody ParseMacroBody(Token tag, string? name, MacroParameter[] parameters, string[] end)
    {
        var outer = mentions.Begin();
        var outerLoops = loops;
        loops = 0;
        var body = ParseTagBody(end);
        stream.Next();
        loops = outerLoops;
        return new MacroBody(tag.Span, name, parameters, body, mentions.End(outer));
    }

    private MacroParameter[] ParseSignature()
    {
        var parameters = new List<MacroParameter>();
        stream.Expect(TokenKind.LeftParen);
        while (stream.Current.Kind != TokenKind.RightParen)
        {
            if (parameters.Count > 0)
            {
                stream.Expect(TokenKind.Comma);
            }

            var name = ParseNameTarget();
            var value = stream.SkipIf(TokenKind.Assign) ? ParseExpression() : null;
            if (value is null && parameters.Count > 0 && parameters[^1].Default is not null)
            {
                throw TokenStream.Error("non-default argument follows default argument", stream.Current.Span);
            }

            if (parameters.Exists(p => string.Equals(p.Name, name.Name, StringComparison.Ordinal)))
            {
                throw TokenStream.Error(
                    $"duplicate argument '{name.Name}' in function definition",
                    name.Span,
                    JinjaErrorKind.PythonSyntax
                );
            }

            parameters.Add(new MacroParameter(name.Name, value));
        }

        stream.Expect(TokenKind.RightParen);
        return [.. parameters];
    }
}
