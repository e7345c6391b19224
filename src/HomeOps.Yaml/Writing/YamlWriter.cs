namespace HomeOps.Yaml;

/// <summary>Writes trees as text.</summary>
public static class YamlWriter
{
    /// <summary>
    /// The text of documents. Scalars keep their style where their text allows it; texts made by a program come from
    /// <see cref="YamlScalars"/>, which quotes what would read as something else.
    /// </summary>
    /// <param name="documents">The documents; <c>---</c> stands between them.</param>
    /// <param name="profile">Whose rules are followed.</param>
    public static string Write(IReadOnlyList<YamlDocument> documents, YamlProfile profile)
    {
        var emitter = new GoYamlEmitter(profile);
        for (var i = 0; i < documents.Count; i++)
        {
            emitter.WriteDocument(documents[i], isFirst: i == 0);
        }

        return emitter.ToString();
    }
}
