using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Globals;

/// <summary>What gettext's functions do without a catalogue of translations (gettext.NullTranslations).</summary>
internal static class Translations
{
    private static readonly Signature Gettext = new("gettext", ["message"], []);
    private static readonly Signature Ngettext = new("ngettext", ["msgid1", "msgid2", "n"], []);
    private static readonly Signature Pgettext = new("pgettext", ["context", "message"], []);
    private static readonly Signature Npgettext = new("npgettext", ["context", "msgid1", "msgid2", "n"], []);

    /// <summary>The function of that name, missing when there is none.</summary>
    public static Value Find(string name) =>
        name switch
        {
            "_" => new PyFunction(name, Alias),
            "gettext" => new PyFunction(name, static (_, a) => Gettext.Bind(a)[0]),
            "ngettext" => new PyFunction(name, static (_, a) => Plural(Ngettext.Bind(a), first: 0)),
            "pgettext" => new PyFunction(name, static (_, a) => Pgettext.Bind(a)[1]),
            "npgettext" => new PyFunction(name, static (_, a) => Plural(Npgettext.Bind(a), first: 1)),
            _ => default(Value),
        };

    private static Value Plural(BoundArguments arguments, int first) =>
        Comparison.AreEqual(arguments[first + 2], 1) ? arguments[first] : arguments[first + 1];

    // _('text') is whatever gettext is where it is called.
    private static Value Alias(EvaluationContext context, CallArguments arguments) =>
        context.Call(context is Context known ? known.Resolve("gettext") : Find("gettext"), arguments);
}
