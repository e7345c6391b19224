using HomeOps.Talos.Comparing;
using HomeOps.Talos.Inputs;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos.Migrating;

/// <summary>The documents to write, as a text that may be shown.</summary>
internal static class MigrationText
{
    /// <summary>The text without a line end at its end; empty when there are no documents. Secrets in it are replaced.</summary>
    public static string Of(IEnumerable<YamlMapping> documents)
    {
        var nowhere = new SourceText("", "");
        var text = YamlWriter.Write([.. documents.Select(d => new YamlDocument(nowhere, d))], YamlProfile.Talhelper);
        return string.Join('\n', new ConfigMask(new HiddenValues()).Lines(text)).TrimEnd('\n');
    }
}
