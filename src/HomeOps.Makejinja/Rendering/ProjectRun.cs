using System.Text;
using HomeOps.Files;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Makejinja;

/// <summary>One rendering of a project.</summary>
internal sealed class ProjectRun(
    MakejinjaOptions options,
    FileTree workingFolder,
    IReadOnlyDictionary<string, string> environment,
    MakejinjaPlugin given,
    Func<byte[]>? standardInput
)
{
    private readonly ReachingTree tree = new(workingFolder, standardInput);
    private readonly List<Diagnostic> findings = [];
    private readonly List<string> log = [];
    private readonly MemoryTree files = new();
    private readonly Dictionary<string, RenderedOrigin> origins = new(StringComparer.Ordinal);
    private MakejinjaPlugin plugin = MakejinjaPlugin.None;

    public RenderedTree Run()
    {
        var walk = new InputWalk(options, tree);
        try
        {
            var declared = new DeclaredPlugin(workingFolder, findings);
            plugin = declared.Over(given);
            var data = LoadData();
            walk.Run();
            findings.AddRange(walk.Findings);
            log.AddRange(walk.Log);
            WarnOfNothing(walk);
            if (CreateEnvironment(data, walk, declared) is { } jinja && Read(walk, jinja) is { } templates)
            {
                RenderAll(walk, templates);
            }
        }
        catch (IOException failure)
        {
            var path = (failure as PathEscapeException)?.Path ?? string.Join(':', options.Inputs);
            findings.Add(MakejinjaDiagnostics.Unreadable(path, FileFailure.Reason(failure)));
        }

        var bag = new DiagnosticBag();
        bag.AddRange(findings);
        return new RenderedTree
        {
            Files = files,
            Origins = origins,
            Folders = [.. walk.Folders.Values],
            Log = log,
            Diagnostics = bag.Ordered(),
            IsSingleFile = IsSingleFile(walk),
        };
    }

    // A suffix that no file has, and patterns that none matches, would else do nothing without a word.
    private void WarnOfNothing(InputWalk walk)
    {
        if (options.Inputs.Count == 0 || HasErrors)
        {
            return;
        }

        if (walk.Outputs.Count == 0 && !options.IncludePatterns.SequenceEqual(["**/*"], StringComparer.Ordinal))
        {
            findings.Add(
                MakejinjaDiagnostics.NothingMatched(
                    "include_patterns " + string.Join(", ", options.IncludePatterns.Select(static p => $"'{p}'"))
                )
            );
        }
        else if (
            options.JinjaSuffix is not ("" or ".jinja")
            && walk.Outputs.Count > 0
            && walk.Outputs.TrueForAll(static o => o.Template is null)
        )
        {
            findings.Add(MakejinjaDiagnostics.NothingMatched($"jinja_suffix '{options.JinjaSuffix}'"));
        }
    }

    private bool HasErrors => findings.Exists(static f => f.Severity == Severity.Error);

    private PyDict LoadData()
    {
        var loader = new DataLoader(tree, findings, log.Add);
        var data = loader.Load(options.Data);
        loader.AddVariables(data, options.DataVars);
        return HasErrors ? data : plugin.Data(data);
    }

    private JinjaEnvironment? CreateEnvironment(PyDict data, InputWalk walk, DeclaredPlugin declared)
    {
        var globals = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var (name, function) in plugin.Functions)
        {
            globals[name] = new PyFunction(name, function);
        }

        foreach (var (key, value) in data.Entries)
        {
            if (key.AsText is { } name)
            {
                globals[name] = value;
            }
        }

        var variables = new PyDict(environment.Count);
        foreach (var (name, text) in environment)
        {
            variables[name] = text;
        }

        globals["env"] = variables;
        try
        {
            var jinja = new JinjaOptions
            {
                Syntax = options.Syntax,
                Undefined = options.Undefined,
                Extensions = options.Extensions,
                Autoescape = options.Autoescape,
                Loader = new DelegateLoader(new TemplateSource(tree, walk).Load),
                Filters = plugin.Filters,
                Globals = globals,
            };
            declared.Join(jinja, new UnknownCalls(options, tree, plugin), findings);
            return new JinjaEnvironment(jinja);
        }
        catch (InvalidOperationException wrong)
        {
            findings.Add(MakejinjaDiagnostics.BadSyntaxOptions(wrong.Message));
            return null;
        }
    }

    // Reads every template and looks for names that nobody defines. Null when something is wrong: then nothing is rendered.
    private Dictionary<string, (Template Template, PyDict Variables)>? Read(InputWalk walk, JinjaEnvironment jinja)
    {
        var unknown = new UnknownCalls(options, tree, plugin);
        var source = new TemplateSource(tree, walk);
        var templates = new Dictionary<string, (Template, PyDict)>(StringComparer.Ordinal);
        foreach (var output in walk.Outputs)
        {
            if (output.Template is not { } name)
            {
                continue;
            }

            var variables = new DataLoader(tree, findings, log.Add).Load(FileData(name));
            if (source.Read(name, findings) is not { } text)
            {
                continue;
            }

            var bag = new DiagnosticBag();
            if (jinja.Read(text, name, bag) is not { } template)
            {
                findings.AddRange(bag);
                continue;
            }

            var known = variables.Entries.Select(static e => PyText.Str(e.Key)).ToHashSet(StringComparer.Ordinal);
            findings.AddRange(unknown.Report(template.FindUndefinedCalls(known)));
            templates[output.Path] = (template, variables);
        }

        return HasErrors ? null : templates;
    }

    private IEnumerable<string> FileData(string name) =>
        options.FileData.Where(f => f.Key == name).SelectMany(static f => f.Value);

    private void RenderAll(InputWalk walk, Dictionary<string, (Template Template, PyDict Variables)> templates)
    {
        foreach (var output in walk.Outputs)
        {
            if (templates.TryGetValue(output.Path, out var template))
            {
                RenderOne(walk, output, template.Template, template.Variables);
            }
            else
            {
                log.Add($"Copy file '{output.Source}' -> '{Shown(walk, output)}'");
                Copy(output);
            }
        }
    }

    private string Shown(InputWalk walk, PlannedOutput output) =>
        ShownOutput.Of(options, IsSingleFile(walk), output.Path);

    private void Copy(PlannedOutput output)
    {
        try
        {
            Add(output, tree.Read(output.Source), output.Entry.Mode, isCopy: true);
        }
        catch (IOException failure)
        {
            findings.Add(
                MakejinjaDiagnostics.Unreadable(TextFile.Shown(tree, output.Source), FileFailure.Reason(failure))
            );
        }
    }

    private void RenderOne(InputWalk walk, PlannedOutput output, Template template, PyDict variables)
    {
        string text;
        try
        {
            text = template.Render(
                variables.Count == 0
                    ? null
                    : variables.Entries.ToDictionary(
                        static e => PyText.Str(e.Key),
                        static e => e.Value,
                        StringComparer.Ordinal
                    )
            );
        }
        catch (JinjaException error)
        {
            findings.Add(JinjaDiagnostics.Of(error));
            return;
        }

        if (!options.KeepEmpty && TextBlank.IsBlank(text))
        {
            log.Add($"Skip empty file '{output.Source}'");
            return;
        }

        log.Add($"Render file '{output.Source}' -> '{Shown(walk, output)}'");
        var mode = options.CopyMetadata ? output.Entry.Mode : MemoryFile.DefaultMode;
        Add(output, Encoding.UTF8.GetBytes(text), mode, isCopy: false);
    }

    private void Add(PlannedOutput output, byte[] content, UnixFileMode mode, bool isCopy)
    {
        files.Add(new MemoryFile(output.Path, content) { Mode = mode });
        origins[output.Path] = new RenderedOrigin(output.Entry, isCopy);
    }

    // One input that is a file, and an output that looks like one.
    private bool IsSingleFile(InputWalk walk) =>
        options.Inputs.Count == 1
        && walk.SingleTemplates.Count == 1
        && (
            FileSuffix.Of(options.Output.TrimEnd('/')).Length > 0
            || options.IsToStandardOutput
            || tree.IsSpecial(options.Output)
            || ProjectPath.Normalize(tree, options.Output) is { Length: > 0 } path
                && tree.Find(path) is { Kind: EntryKind.File }
        );
}
