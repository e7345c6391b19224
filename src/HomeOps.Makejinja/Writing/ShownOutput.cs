namespace HomeOps.Makejinja;

/// <summary>Names of outputs in the log: from the working folder on, as the inputs' are.</summary>
internal static class ShownOutput
{
    /// <summary>The name of a file or folder of the result.</summary>
    /// <param name="options">The options.</param>
    /// <param name="isSingleFile">Whether the one file is the output itself.</param>
    /// <param name="path">Path below the output folder.</param>
    public static string Of(MakejinjaOptions options, bool isSingleFile, string path) =>
        isSingleFile ? options.Output
        : options.Output.TrimEnd('/') is "." or "" && options.Output != "/" ? path
        : Path.Join(options.Output, path);
}
