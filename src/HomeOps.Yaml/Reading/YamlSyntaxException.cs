using HomeOps.Text;

namespace HomeOps.Yaml;

/// <summary>Leaves the scanner or parser at the first error of a text; never leaves <see cref="YamlReader"/>.</summary>
internal sealed class YamlSyntaxException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    /// <summary>The finding.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}
