namespace HomeOps.Cli;

/// <summary>The three standard streams and what is known about them.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Findings, progress and questions.</param>
/// <param name="OpenInput">Opens standard input as bytes.</param>
/// <param name="OpenOutput">Opens standard output as bytes, for files that go there.</param>
/// <param name="AskSecret">Shows a question and reads an answer that is not echoed, for the reader to clear; null when nobody can be asked.</param>
/// <param name="Ask">Shows a question and reads a line; null when nobody can be asked.</param>
/// <param name="IsInteractive">Whether a person can be asked: input and output are a terminal.</param>
/// <param name="IsOutputTerminal">Whether bytes on <paramref name="Out"/> would reach a person's screen.</param>
/// <param name="IsErrorTerminal">Whether progress may be drawn on <paramref name="Error"/>.</param>
/// <param name="UsesColour">Whether findings are coloured.</param>
internal sealed record Terminal(
    TextWriter Out,
    TextWriter Error,
    Func<Stream> OpenInput,
    Func<Stream> OpenOutput,
    Func<string, char[]?> AskSecret,
    Func<string, string?> Ask,
    bool IsInteractive,
    bool IsOutputTerminal,
    bool IsErrorTerminal,
    bool UsesColour
);
