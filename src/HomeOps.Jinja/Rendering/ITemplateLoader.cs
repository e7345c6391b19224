using HomeOps.Text;

namespace HomeOps.Jinja.Rendering;

/// <summary>Finds templates by name. Used from several threads at once.</summary>
public interface ITemplateLoader
{
    /// <summary>The text of a template and the path people know it by; null when there is none of that name.</summary>
    SourceText? Load(string name);
}

/// <summary>Templates from a dictionary.</summary>
/// <param name="templates">The texts by name.</param>
public sealed class DictionaryLoader(IReadOnlyDictionary<string, string> templates) : ITemplateLoader
{
    /// <inheritdoc/>
    public SourceText? Load(string name) =>
        templates.TryGetValue(name, out var text) ? new SourceText(name, text) : null;
}

/// <summary>Templates from a function, as over a tree of files.</summary>
/// <param name="load">Returns the text of a name, null when there is none.</param>
public sealed class DelegateLoader(Func<string, SourceText?> load) : ITemplateLoader
{
    /// <inheritdoc/>
    public SourceText? Load(string name) => load(name);
}

/// <summary>Templates from several loaders: the first that has the name wins.</summary>
/// <param name="loaders">The loaders in order.</param>
public sealed class ChoiceLoader(IReadOnlyList<ITemplateLoader> loaders) : ITemplateLoader
{
    /// <inheritdoc/>
    public SourceText? Load(string name)
    {
        foreach (var loader in loaders)
        {
            if (loader.Load(name) is { } source)
            {
                return source;
            }
        }

        return null;
    }
}
