using HomeOps.Files;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>
/// What homeops.toml declares, as functions and filters. Their expressions are read when <see cref="Join"/> says what they can see; no
/// declared function can be called before.
/// </summary>
internal sealed class DeclaredPlugin
{
    private const int MaxDepth = 50;

    private readonly SecretFiles files;
    private readonly IReadOnlyList<Declaration> declarations;
    private readonly Dictionary<Declaration, JinjaExpression> expressions = [];
    private int depth;

    public DeclaredPlugin(FileTree workingFolder, List<Diagnostic> findings)
    {
        files = new SecretFiles(workingFolder);
        declarations = new DeclarationFile(workingFolder, findings).Read();
    }

    /// <summary>Another plugin with the declared names added; a declared name hides one of the plugin's own.</summary>
    public MakejinjaPlugin Over(MakejinjaPlugin plugin)
    {
        if (declarations.Count == 0)
        {
            return plugin;
        }

        var functions = new Dictionary<string, Function>(plugin.Functions, StringComparer.Ordinal);
        var filters = new Dictionary<string, Filter>(plugin.Filters, StringComparer.Ordinal);
        foreach (var declaration in declarations)
        {
            var signature = new Signature(declaration.Name, [.. declaration.Arguments], []);
            if (declaration.IsFilter)
            {
                filters[declaration.Name] = (_, value, arguments) =>
                    Call(declaration, signature.Bind(arguments.Prepend(value)));
            }
            else
            {
                functions[declaration.Name] = (_, arguments) => Call(declaration, signature.Bind(arguments));
            }
        }

        return new MakejinjaPlugin
        {
            Functions = functions,
            Filters = filters,
            Data = plugin.Data,
        };
    }

    /// <summary>Reads the expressions; they see the globals and filters of these options, and are written with Jinja's own delimiters.</summary>
    public void Join(JinjaOptions options, UnknownCalls unknown, List<Diagnostic> findings)
    {
        var environment = new JinjaEnvironment(options with { Syntax = new(), Autoescape = false });
        foreach (var declaration in declarations)
        {
            if (declaration.Body is not ExpressionBody { Text: var text })
            {
                continue;
            }

            try
            {
                var expression = environment.CompileExpression(text);
                var arguments = declaration.Arguments.ToHashSet(StringComparer.Ordinal);
                findings.AddRange(
                    unknown.Report(
                        expression.FindUndefinedCalls(arguments).Select(c => c with { Location = declaration.Place })
                    )
                );
                expressions[declaration] = expression;
            }
            catch (JinjaException wrong)
            {
                findings.Add(DeclarationDiagnostics.BadExpression(declaration.Name, wrong.Message, declaration.Place));
            }
        }
    }

    private Value Call(Declaration declaration, BoundArguments arguments) =>
        declaration.Body switch
        {
            ConstantBody constant => constant.Value,
            FileBody file => files.Declared(declaration.Name, file),
            _ => Evaluate(declaration, arguments),
        };

    private Value Evaluate(Declaration declaration, BoundArguments arguments)
    {
        var variables = new Dictionary<string, Value>(declaration.Arguments.Count, StringComparer.Ordinal);
        for (var i = 0; i < declaration.Arguments.Count; i++)
        {
            variables[declaration.Arguments[i]] = arguments[i];
        }

        if (depth == MaxDepth)
        {
            throw new JinjaException(JinjaErrorKind.Recursion, $"{declaration.Name} calls itself without end");
        }

        var isOutermost = depth++ == 0;
        try
        {
            return expressions[declaration].Evaluate(variables);
        }
        catch (JinjaException error) when (error.Kind != JinjaErrorKind.Recursion || isOutermost)
        {
            // The place that helps is the call in the template: whoever catches this next adds it.
            var isOwn = error.Kind == JinjaErrorKind.Recursion;
            throw new JinjaException(error.Kind, isOwn ? error.Message : $"{declaration.Name}: {error.Message}", error)
            {
                Hint = error.Hint,
            };
        }
        finally
        {
            depth--;
        }
    }
}
