namespace HomeOps.Helm.Templates;

/// <summary>Bounds what renderings make: a template of a few lines can go round for ever and multiply what it has.</summary>
/// <param name="steps">How many actions may be carried out.</param>
/// <param name="length">How many characters may be written.</param>
public sealed class TemplateBudget(long steps, long length)
{
    /// <summary>What one rendering may use when nobody says otherwise.</summary>
    public static TemplateBudget OfOne() => new(DefaultSteps, TemplateText.MaxLength);

    private const long DefaultSteps = 1_000_000;

    private readonly long mostSteps = steps;
    private readonly long mostLength = length;
    private long steps = steps;
    private long length = length;

    internal void Step(long count = 1)
    {
        steps -= count;
        if (steps < 0)
        {
            throw new TemplateException(
                mostSteps == DefaultSteps
                    ? "it goes round more than a million times"
                    : $"its templates carry out more than {mostSteps} actions"
            );
        }
    }

    internal void Write(int characters)
    {
        length -= characters;
        if (length < 0)
        {
            throw new TemplateException(
                mostLength == TemplateText.MaxLength
                    ? "the result is longer than 1 MiB"
                    : $"the result is longer than {mostLength >> 20} MiB"
            );
        }
    }
}
