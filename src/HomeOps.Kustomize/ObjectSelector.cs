using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Selects objects by their labels, in Kubernetes' notation: <c>a=b,c!=d,e in (x,y),!f</c>.</summary>
public sealed class ObjectSelector
{
    private readonly LabelSelector selector;

    private ObjectSelector(LabelSelector selector) => this.selector = selector;

    /// <summary>Reads a selector; null when the text is none.</summary>
    public static ObjectSelector? Parse(string text)
    {
        try
        {
            return new ObjectSelector(LabelSelector.Parse(text, new SourceText("", text).At(0, text.Length)));
        }
        catch (KustomizeException)
        {
            return null;
        }
    }

    /// <summary>Whether an object has the labels; one that stands for the entry has none.</summary>
    public bool Matches(KustomizeResource? o) => selector.Matches(o?.Root.Map("metadata")?.Map("labels"));
}
