using System.Text.Json.Serialization;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Peers;

/// <summary>A template with those it uses, and how it is read.</summary>
internal sealed record PeerCase(Dictionary<string, string> Files, PeerOptions Options)
{
    /// <summary>The case that a seed makes: two of three are one expression.</summary>
    public static PeerCase Random(int seed)
    {
        var random = new Random(seed);
        var modes = Enum.GetValues<UndefinedMode>();
        var options = new PeerOptions(
            random.Next(2) == 0 ? "default" : modes[random.Next(modes.Length)].ToString().ToLowerInvariant(),
            random.Next(6) == 0,
            random.Next(3) == 0,
            random.Next(3) == 0,
            random.Next(2) == 0
        );
        var files = random.Next(3) == 0 ? TemplateWriter.Templates(random) : TemplateWriter.Expression(random);
        return new PeerCase(files, options);
    }

    /// <summary>What this engine makes of it.</summary>
    public PeerOutcome Render()
    {
        var options = new JinjaOptions
        {
            Undefined = Enum.Parse<UndefinedMode>(Options.Undefined, ignoreCase: true),
            Autoescape = Options.Autoescape,
            Syntax = new JinjaSyntax
            {
                TrimBlocks = Options.Trim,
                LstripBlocks = Options.Lstrip,
                KeepTrailingNewline = Options.Keep,
            },
            Extensions =
                JinjaExtensions.Do | JinjaExtensions.LoopControls | JinjaExtensions.I18n | JinjaExtensions.Debug,
            Loader = new DictionaryLoader(Files),
        };
        try
        {
            return new PeerOutcome(
                new JinjaEnvironment(options).GetTemplate("main").Render(PeerVariables.Values()),
                null,
                null,
                0
            );
        }
        catch (JinjaException error)
        {
            var isSyntax = error.Kind is JinjaErrorKind.Syntax or JinjaErrorKind.Assertion;
            return new PeerOutcome(null, error.ClassName, error.Message, isSyntax ? error.Line : 0);
        }
    }
}

/// <summary>How the templates of a case are read.</summary>
internal sealed record PeerOptions(
    [property: JsonPropertyName("undefined")] string Undefined,
    [property: JsonPropertyName("autoescape")] bool Autoescape,
    [property: JsonPropertyName("trim")] bool Trim,
    [property: JsonPropertyName("lstrip")] bool Lstrip,
    [property: JsonPropertyName("keep")] bool Keep
);

/// <summary>A text, or the class, message and (of errors in the text) line of an error.</summary>
internal sealed record PeerOutcome(
    [property: JsonPropertyName("text")] string? Text,
    [property: JsonPropertyName("error")] string? Error,
    [property: JsonPropertyName("message")] string? Message,
    [property: JsonPropertyName("line")] int Line
);
