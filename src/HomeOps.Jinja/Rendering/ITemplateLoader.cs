using HomeOps.Text;

namespace HomeOps.Jinja.Rendering;

/// <summary>
/// Finds templates by name, for GetTemplate, <c>extends</c>, <c>include</c> and <c>import</c>. Used from several threads at once. An environment keeps
/// what it has read: a name that was found is not asked for again.
/// </summary>
public interface ITemplateLoader
{
    /// <summary>Finds a template.</summary>
    /// <param name="name">
    /// The name as the template writes it: nothing is resolved against the including template, <c>..</c> is not taken out. A loader over files confines it.
    /// </param>
    /// <returns>The text, with the path that messages name; null when there is none of that name, which is TemplateNotFound where it is not <c>ignore missing</c>.</returns>
    /// <remarks>An exception leaves GetTemplate or Render as it is.</remarks>
    SourceText? Load(string name);
}

/// <summary>Templates from a dictionary.</summary>
/// <param name="templates">The texts by name; the name is also the path in messages.</param>
public sealed class DictionaryLoader(IReadOnlyDictionary<string, string> templates) : ITemplateLoader
{
    /// <inheritdoc/>
    public SourceText? Load(string name) =>
        templates.TryGetValue(name, out var text) ? new SourceText(name, text) : null;
}

/// <summary>Templates from a function, as over a tree of files.</summary>
/// <param name="load">Returns the text of a name with the path for messages, null when there is none.</param>
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
