namespace HomeOps.Jinja.Values;

/// <summary>Text known to be safe HTML.</summary>
internal sealed class PyMarkup(string text) : PyObject(ValueKind.Markup)
{
    public string Text { get; } = text;

    public override string TypeName => "Markup";

    public override string TypeModule => "markupsafe";

    public override string Str() => Text;

    public override string Html() => Text;

    public override string Repr() => "Markup(" + StringRepr.Of(Text) + ")";

    public override bool IsTrue => Text.Length != 0;
}
