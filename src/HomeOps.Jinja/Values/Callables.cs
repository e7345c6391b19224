namespace HomeOps.Jinja.Values;

/// <summary>A filter: <c>value|name(arguments)</c>.</summary>
public delegate Value Filter(EvaluationContext context, Value value, CallArguments arguments);

/// <summary>A test: <c>value is name(arguments)</c>.</summary>
public delegate bool Test(EvaluationContext context, Value value, CallArguments arguments);

/// <summary>A global function: <c>name(arguments)</c>.</summary>
public delegate Value Function(EvaluationContext context, CallArguments arguments);

/// <summary>A method of a Python type.</summary>
internal delegate Value Method(EvaluationContext context, Value self, CallArguments arguments);
