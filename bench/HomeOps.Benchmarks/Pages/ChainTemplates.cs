namespace HomeOps.Benchmarks.Pages;

/// <summary>
/// A page that extends a page that extends a page: every level fills the block of the one above it and opens one of its own. Liquid and
/// Scriban know no inheritance, so that there each level captures its content and includes the level above.
/// </summary>
internal static class ChainTemplates
{
    public const int Levels = 20;

    public static IReadOnlyDictionary<string, string> Jinja { get; } =
        Texts(
            "<html>{% block content0 %}{% endblock %}</html>",
            static level =>
                $"{{% extends 'level{level - 1}' %}}{{% block content{level - 1} %}}<div>{level}: "
                + (level == Levels ? "{{ title }}" : $"{{% block content{level} %}}{{% endblock %}}")
                + "</div>{% endblock %}"
        );

    public static IReadOnlyDictionary<string, string> Liquid { get; } =
        Texts(
            "<html>{{ content }}</html>",
            static level =>
                $"{{% capture content %}}<div>{level}: {{{{ {Inner(level)} }}}}</div>{{% endcapture %}}{{% include 'level{level - 1}' %}}"
        );

    public static IReadOnlyDictionary<string, string> Scriban { get; } =
        Texts(
            "<html>{{ content }}</html>",
            static level =>
                $"{{{{ capture inner }}}}<div>{level}: {{{{ {Inner(level)} }}}}</div>{{{{ end; content = inner; include 'level{level - 1}' }}}}"
        );

    public static string Last => $"level{Levels}";

    private static string Inner(int level) => level == Levels ? "title" : "content";

    private static Dictionary<string, string> Texts(string root, Func<int, string> text)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["level0"] = root };
        for (var level = 1; level <= Levels; level++)
        {
            texts[$"level{level}"] = text(level);
        }

        return texts;
    }
}
