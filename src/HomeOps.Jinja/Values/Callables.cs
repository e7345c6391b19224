namespace HomeOps.Jinja.Values;

/// <summary>A filter: <c>value|name(arguments)</c>.</summary>
/// <param name="context">The rendering it takes part in: its limits, its undefined mode, whether it escapes, and other filters and tests.</param>
/// <param name="value">What stands before the bar; may be undefined.</param>
/// <param name="arguments">What stands in the parentheses; <see cref="Signature"/> puts it in order.</param>
/// <returns>What the expression is worth; <see cref="Value.Missing"/> is none.</returns>
/// <exception cref="JinjaException">What is wrong with value or arguments; the place is added by the template. Any other exception leaves Render as it is.</exception>
public delegate Value Filter(EvaluationContext context, Value value, CallArguments arguments);

/// <summary>A test: <c>value is name(arguments)</c>.</summary>
/// <param name="context">The rendering it takes part in.</param>
/// <param name="value">What stands before <c>is</c>; may be undefined.</param>
/// <param name="arguments">What stands in the parentheses, or the one argument without them.</param>
/// <exception cref="JinjaException">As with <see cref="Filter"/>.</exception>
public delegate bool Test(EvaluationContext context, Value value, CallArguments arguments);

/// <summary>A function: <c>name(arguments)</c>. <see cref="PyFunction"/> makes a value of it, for globals and variables.</summary>
/// <param name="context">The rendering it takes part in.</param>
/// <param name="arguments">What stands in the parentheses.</param>
/// <returns>What the call is worth; <see cref="Value.Missing"/> is none.</returns>
/// <exception cref="JinjaException">As with <see cref="Filter"/>.</exception>
public delegate Value Function(EvaluationContext context, CallArguments arguments);

/// <summary>A method of a Python type.</summary>
internal delegate Value Method(EvaluationContext context, Value self, CallArguments arguments);
