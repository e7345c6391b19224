using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Globals;

/// <summary>Jinja2's own global functions by name.</summary>
internal static class BuiltinGlobals
{
    /// <summary>All names.</summary>
    public static ReadOnlySpan<string> Names => new[] { "range", "dict", "lipsum", "cycler", "joiner", "namespace" };

    /// <summary>The global of that name, missing when Jinja2 has none.</summary>
    public static Value Find(string name) =>
        name switch
        {
            "range" => new PyType("range", "builtins", RangeFunction.Call),
            "dict" => new PyType("dict", "builtins", PyType.MakeDict),
            "lipsum" => new PyFunction("generate_lorem_ipsum", LoremIpsum.Call),
            "cycler" => new PyType("Cycler", "jinja2.utils", PyCycler.Make),
            "joiner" => new PyType("Joiner", "jinja2.utils", PyJoiner.Make),
            "namespace" => new PyType("Namespace", "jinja2.utils", PyNamespace.Make),
            _ => default(Value),
        };
}
