using HomeOps.Files;
using HomeOps.Jinja.Rendering;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>
/// Reports functions, filters and tests that templates call and nobody provides, and looks whether the project's Python plugin would have
/// provided them.
/// </summary>
internal sealed class UnknownCalls(MakejinjaOptions options, FileTree tree, MakejinjaPlugin plugin)
{
    private Dictionary<string, string>? python;

    public IEnumerable<Diagnostic> Report(IEnumerable<UndefinedCall> calls) =>
        calls.Select(c => MakejinjaDiagnostics.UnknownFunction(Word(c.Kind), c.Name, c.Location, Hint(c)));

    private static string Word(UndefinedCallKind kind) =>
        kind switch
        {
            UndefinedCallKind.Filter => "filter",
            UndefinedCallKind.Test => "test",
            _ => "function",
        };

    private string Hint(UndefinedCall call)
    {
        python ??= PythonFunctions();
        if (python.TryGetValue(call.Name, out var file))
        {
            return $"{file} defines it, and homeops does not run Python: {Declare(call)}";
        }

        IEnumerable<string> names = call.Kind == UndefinedCallKind.Filter ? plugin.Filters.Keys : plugin.Functions.Keys;
        return Spelling.Nearest(call.Name, names) is { } nearest
            ? $"did you mean '{nearest}'?"
            : $"correct the name, or {Declare(call)}";
    }

    private static string Declare(UndefinedCall call) =>
        call.Kind == UndefinedCallKind.Test
            ? "use a filter or a comparison instead"
            : "declare it in homeops.toml, as in "
                + DeclarationDiagnostics.Snippet(call.Name, call.Kind == UndefinedCallKind.Filter);

    // Function name -> the file that defines it, for every plugin that is found on the import paths.
    private Dictionary<string, string> PythonFunctions()
    {
        var functions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in options.Plugins.Concat(options.Loaders))
        {
            var module = name.Split(':')[0];
            string[] candidates = [module, name[..Math.Max(0, name.LastIndexOf('.'))]];
            foreach (var folder in options.ImportPaths)
            {
                foreach (var candidate in candidates.Where(static c => c.Length > 0))
                {
                    AddFunctions($"{folder}/{candidate.Replace('.', '/')}.py", functions);
                }
            }
        }

        return functions;
    }

    private void AddFunctions(string path, Dictionary<string, string> functions)
    {
        if (
            ProjectPath.Normalize(tree, path) is { } normal
            && tree.Find(normal) is { Kind: EntryKind.File }
            && TextFile.Read(tree, normal, []) is { } source
        )
        {
            foreach (var function in PythonSource.Functions(source.Text))
            {
                functions.TryAdd(function, source.Path);
            }
        }
    }
}
