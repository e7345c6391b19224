using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>A macro, or the body of a call block, as a value: sees the variables of the frame it was defined in.</summary>
internal sealed class Macro(MacroBody body, Frame definition) : PyObject
{
    public override string TypeName => "Macro";

    public override string TypeModule => "jinja2.runtime";

    public override bool IsCallable => true;

    public override Value Call(EvaluationContext context, CallArguments arguments)
    {
        var parameters = body.Parameters;
        var values = new Value[parameters.Length];
        var taken = Math.Min(arguments.PositionalCount, parameters.Length);
        arguments.Positional[..taken].CopyTo(values);
        var usedKeywords = 0;
        for (var i = taken; i < parameters.Length; i++)
        {
            values[i] = arguments.Keyword(parameters[i].Name);
            usedKeywords += values[i].IsMissing ? 0 : 1;
        }

        var caller = default(Value);
        if (body.UsesCaller && !body.HasCallerParameter)
        {
            caller = arguments.Keyword("caller");
            usedKeywords += caller.IsMissing ? 0 : 1;
            caller = caller.IsMissing || caller.IsNone ? context.UndefinedHint("No caller defined") : caller;
        }

        if (usedKeywords < arguments.KeywordCount && !body.TakesKeywords)
        {
            RefuseKeyword(arguments, taken);
        }

        if (arguments.PositionalCount > parameters.Length && !body.TakesPositional)
        {
            throw JinjaException.Type($"macro {QuotedName} takes not more than {parameters.Length} argument(s)");
        }

        var keywords = body.TakesKeywords ? OtherKeywords(arguments, taken) : default(Value);
        var rest = body.TakesPositional ? new PyTuple(arguments.Positional[taken..].ToArray()) : default(Value);
        return body.Run(definition, new MacroArguments(values, caller, keywords, rest), context.Autoescape);
    }

    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value)
    {
        value = name switch
        {
            "name" => body.Name is { } own ? own : Value.None,
            "arguments" => new PyTuple(Array.ConvertAll(body.Parameters, static p => Value.FromString(p.Name))),
            "catch_kwargs" => body.TakesKeywords,
            "catch_varargs" => body.TakesPositional,
            "caller" => body.UsesCaller,
            "explicit_caller" => body.HasCallerParameter,
            _ => Value.Missing,
        };
        return !value.IsMissing;
    }

    public override string Repr() => body.Name is null ? "<Macro anonymous>" : $"<Macro {QuotedName}>";

    private string QuotedName => body.Name is { } name ? StringRepr.Of(name) : "None";

    private bool IsUsed(string keyword, int taken)
    {
        var at = Array.FindIndex(body.Parameters, p => string.Equals(p.Name, keyword, StringComparison.Ordinal));
        return at >= taken || (keyword is "caller" && body.UsesCaller && !body.HasCallerParameter);
    }

    private void RefuseKeyword(CallArguments arguments, int taken)
    {
        if (arguments.Names.Contains("caller") && !IsUsed("caller", taken))
        {
            throw JinjaException.Type(
                $"macro {QuotedName} was invoked with two values for the special caller argument. This is most likely a bug."
            );
        }

        foreach (var keyword in arguments.Names)
        {
            if (!IsUsed(keyword, taken))
            {
                throw JinjaException.Type($"macro {QuotedName} takes no keyword argument {StringRepr.Of(keyword)}");
            }
        }
    }

    private PyDict OtherKeywords(CallArguments arguments, int taken)
    {
        var others = new PyDict();
        for (var i = 0; i < arguments.KeywordCount; i++)
        {
            if (!IsUsed(arguments.Names[i], taken))
            {
                others.Set(arguments.Names[i], arguments.KeywordValues[i]);
            }
        }

        return others;
    }
}
