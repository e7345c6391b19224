namespace HomeOps.Helm.Templates;

/// <summary>A piece of a parsed template.</summary>
internal abstract record TemplateNode;

/// <summary>Text that stands as it is.</summary>
internal sealed record TextNode(string Text) : TemplateNode;

/// <summary>A value that is printed, or put into a variable, in which case nothing is printed.</summary>
internal sealed record ValueNode(TemplateAction Action, string Variable, bool IsNew, Expression Value) : TemplateNode;

/// <summary><c>if</c>, <c>with</c> or <c>range</c>.</summary>
/// <param name="Action">The action that opens it.</param>
/// <param name="Word">Which of the three.</param>
/// <param name="Variables">Variables it declares: <c>range $i, $e := …</c>.</param>
/// <param name="Value">The condition, or what is gone through.</param>
/// <param name="Body">What is rendered then.</param>
/// <param name="Else">What is rendered otherwise.</param>
internal sealed record BlockNode(
    TemplateAction Action,
    string Word,
    IReadOnlyList<string> Variables,
    Expression Value,
    IReadOnlyList<TemplateNode> Body,
    IReadOnlyList<TemplateNode> Else
) : TemplateNode;

/// <summary><c>template "name" value</c>.</summary>
internal sealed record NamedNode(TemplateAction Action, string Name, Expression? Value) : TemplateNode;

/// <summary><c>break</c> or <c>continue</c>.</summary>
internal sealed record JumpNode(bool IsBreak) : TemplateNode;

/// <summary>Something with a value.</summary>
internal abstract record Expression;

/// <summary>A text, a number, <c>true</c>, <c>false</c> or <c>nil</c>.</summary>
internal sealed record LiteralExpression(object? Value) : Expression;

/// <summary><c>.</c>, <c>$</c> or <c>$name</c>.</summary>
internal sealed record VariableExpression(string Name) : Expression;

/// <summary><c>.Field</c> of something.</summary>
internal sealed record FieldExpression(Expression Target, string Name) : Expression;

/// <summary>A function with its arguments; the piped value is the last of them.</summary>
internal sealed record CallExpression(string Function, IReadOnlyList<Expression> Arguments) : Expression;
