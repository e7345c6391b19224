using System.CommandLine;
using HomeOps.Makejinja;

namespace HomeOps.Cli.Commands;

/// <summary>makejinja's flags under makejinja's names. Each given flag replaces the option of makejinja.toml, lists whole.</summary>
internal sealed class RenderFlags
{
    private readonly List<(string Name, Option<string[]> Option)> texts = [];
    private readonly List<(string Name, string Value, Option<bool> Option)> switches = [];

    public RenderFlags()
    {
        Text(
            "inputs",
            "Folders of templates, or single templates; the first one that has a file wins",
            "--input",
            "-i"
        );
        Text("output", "Where the result goes; /dev/stdout for a single template", "--output", "-o");
        Text("data", "Data files (YAML, TOML, JSON) instead of the project's", "--data", "-d");
        Text("data_vars", "A single value, NAME=TEXT; dots reach into mappings", "--data-var", "-D");
        Text("file_data", "Data of one template: NAME=FILE,FILE", "--file-data");
        Text("include_patterns", "Globs of what is taken", "--include-pattern", "-I", "--include");
        Text("exclude_patterns", "Patterns of what is not rendered", "--exclude-pattern", "-E", "--exclude");
        Text("jinja_suffix", "The suffix of templates", "--jinja-suffix");
        Text("undefined", "default, chainable, debug or strict", "--undefined");
        Text("extensions", "Jinja extensions (jinja2.ext.do, jinja2.ext.loopcontrols)", "--extension", "-e");
        Text("plugins", "Python plugins whose functions homeops has", "--plugin", "-p");
        Text("loaders", "The same under its older name", "--loader", "-l");
        Text("import_paths", "Where the plugins are", "--import-path");
        Text("exec_pre", "Shell commands to run first", "--exec-pre");
        Text("exec_post", "Shell commands to run last", "--exec-post");
        foreach (
            var name in (string[])
                ["block-start", "block-end", "variable-start", "variable-end", "comment-start", "comment-end"]
        )
        {
            Text(
                "delimiter." + name.Replace('-', '_'),
                $"The {name.Replace('-', ' ')} delimiter",
                "--delimiter-" + name
            );
        }

        Text("prefix.line_statement", "What begins a line statement", "--prefix-line-statement");
        Text("prefix.line_comment", "What begins a line comment", "--prefix-line-comment");
        Text("whitespace.newline_sequence", "The line end written", "--newline-sequence");
        Switch("keep_jinja_suffix", "true", "Leave the suffix in output names", "--keep-jinja-suffix");
        Switch("keep_empty", "true", "Write what renders to nothing, keep empty folders", "--keep-empty");
        Switch("copy_metadata", "true", "Give outputs the mode and times of their templates", "--copy-metadata", "-m");
        Switch("clean", "true", "Delete the output folder first", "--clean", "-c");
        Switch("force", "true", "Overwrite existing files", "--force", "-f");
        Switch("quiet", "true", "No log", "--quiet", "-q");
        Pair("whitespace.trim_blocks", "--trim-blocks", "--no-trim-blocks", "Drop the line end behind a block");
        Pair("whitespace.lstrip_blocks", "--lstrip-blocks", "--no-lstrip-blocks", "Drop the blanks before a block");
        Pair(
            "whitespace.keep_trailing_newline",
            "--keep-trailing-newline",
            "--strip-trailing-newline",
            "Keep the last line end of a template"
        );
        Internal();
    }

    public void AddTo(Command command)
    {
        foreach (var (_, option) in texts)
        {
            command.Options.Add(option);
        }

        foreach (var (_, _, option) in switches)
        {
            command.Options.Add(option);
        }
    }

    public IReadOnlyList<OptionOverride> Overrides(ParseResult parsed) =>
        [
            .. texts
                .Where(t => parsed.GetValue(t.Option) is { Length: > 0 })
                .Select(t => new OptionOverride(t.Name, parsed.GetValue(t.Option) ?? [])),
            // Of a flag and its opposite the one that stands last counts, as with makejinja.
            .. switches
                .Where(s => parsed.GetValue(s.Option))
                .OrderBy(s => LastPlace(parsed, s.Option))
                .Select(static s => new OptionOverride(s.Name, [s.Value])),
        ];

    private static int LastPlace(ParseResult parsed, Option<bool> option)
    {
        var place = parsed.Tokens.Count - 1;
        while (
            place >= 0
            && parsed.Tokens[place].Value is var flag
            && flag != option.Name
            && !option.Aliases.Contains(flag)
        )
        {
            place--;
        }

        return place;
    }

    // makejinja hides these.
    private void Internal()
    {
        Switch("internal.autoescape", "true", "Escape what is printed for HTML", "--internal-autoescape");
        Switch("internal.enable_async", "true", "Changes nothing here", "--internal-enable-async");
        Pair("internal.optimized", "--internal-optimized", "--no-internal-optimized", "Changes nothing here");
        Pair("internal.auto_reload", "--internal-auto-reload", "--no-internal-auto-reload", "Changes nothing here");
        Text("internal.cache_size", "Changes nothing here", "--internal-cache-size");
        foreach (
            var (_, _, option) in switches.Where(static s => s.Name.StartsWith("internal.", StringComparison.Ordinal))
        )
        {
            option.Hidden = true;
        }

        texts[^1].Option.Hidden = true;
    }

    private void Text(string name, string description, string flag, params string[] aliases) =>
        texts.Add((name, new Option<string[]>(flag, aliases) { Description = description, HelpName = "value" }));

    private void Switch(string name, string value, string description, string flag, params string[] aliases) =>
        switches.Add((name, value, new Option<bool>(flag, aliases) { Description = description }));

    private void Pair(string name, string on, string off, string description)
    {
        Switch(name, "true", description, on);
        Switch(name, "false", "Do not: " + char.ToLowerInvariant(description[0]) + description[1..], off);
    }
}
