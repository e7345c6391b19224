using HomeOps.Yaml;

namespace HomeOps.Kustomize;

/// <summary>
/// A scalar as kustomize carries it: the text, the tag it was read with, and whether it stood in quotes. What is finally written follows
/// from all three (see <see cref="Value"/>), because a value that replaces another takes over the quotes of the one before.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="tag">The type.</param>
/// <param name="form">How it is written.</param>
public sealed class ScalarNode(string text, ScalarTag tag, ScalarForm form = ScalarForm.Plain) : Node
{
    /// <summary>The text.</summary>
    public string Text { get; private set; } = text;

    /// <summary>The type it was read or set with.</summary>
    public ScalarTag Tag { get; private set; } = tag;

    /// <summary>How it was written.</summary>
    public ScalarForm Form { get; private set; } = form;

    /// <summary>Whether it is written as the text it is, without anything to decide.</summary>
    internal bool IsPlainText => Tag == ScalarTag.String && Form != ScalarForm.Folded;

    /// <summary>A text that reads as text whatever it looks like.</summary>
    public static ScalarNode String(string text) => new(text, ScalarTag.String);

    /// <summary>A scalar without a tag: what it means is decided when it is written.</summary>
    public static ScalarNode Untyped(string text) => new(text, ScalarTag.None);

    /// <summary>
    /// What the scalar means once the object was written as YAML and read again, as kustomize does before it prints.
    /// </summary>
    public YamlValue Value
    {
        get
        {
            if (Tag == ScalarTag.String)
            {
                return YamlValue.String(Form == ScalarForm.Folded ? FoldedText.Reread(Text) : Text);
            }

            var plain = YamlResolver.GoV3.Resolve(new YamlScalar(Text));
            var isItsOwn = Tag == ScalarTag.None || Tag == TagOf(plain.Kind);
            return isItsOwn && Form != ScalarForm.Plain ? YamlValue.String(Text)
                : isItsOwn || Tag == ScalarTag.Null ? plain
                : Explicit(plain);
        }
    }

    /// <summary>Takes over another scalar's text and tag; the own quotes stay.</summary>
    internal void Take(ScalarNode other) => (Text, Tag) = (other.Text, other.Tag);

    /// <summary>Becomes like another scalar.</summary>
    internal void Become(ScalarNode other) =>
        (Text, Tag, Form, Span, Source) = (other.Text, other.Tag, other.Form, other.Span, other.Source);

    /// <summary>Changes the text only.</summary>
    internal void SetText(string text) => Text = text;

    /// <summary>Changes everything.</summary>
    internal void Set(string text, ScalarTag tag, ScalarForm form = ScalarForm.Plain) =>
        (Text, Tag, Form) = (text, tag, form);

    /// <summary>The same text and tag with another's quotes.</summary>
    internal ScalarNode WithQuotesOf(ScalarNode other) =>
        other.Form == Form ? this : new ScalarNode(Text, Tag, other.Form) { Span = Span, Source = Source };

    /// <inheritdoc />
    public override Node Copy() => new ScalarNode(Text, Tag, Form) { Span = Span, Source = Source };

    internal static ScalarTag TagOf(YamlKind kind) =>
        kind switch
        {
            YamlKind.Null => ScalarTag.Null,
            YamlKind.Bool => ScalarTag.Bool,
            YamlKind.Int => ScalarTag.Int,
            YamlKind.Float => ScalarTag.Float,
            YamlKind.Date or YamlKind.Timestamp => ScalarTag.Timestamp,
            _ => ScalarTag.String,
        };

    // The text is of another type than the tag says: 1 as a float stays 1, anything else stays what was written.
    private YamlValue Explicit(YamlValue plain) =>
        Tag == ScalarTag.Float && plain.Kind == YamlKind.Int ? plain : YamlValue.String(Text);
}
