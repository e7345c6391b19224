namespace HomeOps.Cli;

/// <summary>How a report is printed.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: one JSON object on standard output.</summary>
    Json,

    /// <summary>For GitHub and editors: the findings as a SARIF log on standard output.</summary>
    Sarif,
}
