using System.Text;
using HomeOps.Jinja.Methods;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Globals;

/// <summary>lipsum(n=5, html=True, min=20, max=100): random filler text.</summary>
internal static class LoremIpsum
{
    private const string Words =
        "lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor incididunt ut labore et dolore "
        + "magna aliqua enim ad minim veniam quis nostrud exercitation ullamco laboris nisi aliquip ex ea commodo "
        + "consequat duis aute irure in reprehenderit voluptate velit esse cillum fugiat nulla pariatur excepteur sint "
        + "occaecat cupidatat non proident sunt culpa qui officia deserunt mollit anim id est laborum";

    private static readonly Signature Signature = new(
        "generate_lorem_ipsum",
        ["n", "html", "min", "max"],
        [5, true, 20, 100]
    );

    public static Value Call(EvaluationContext context, CallArguments arguments)
    {
        var bound = Signature.Bind(arguments);
        var (least, most) = (Arguments.Index(bound[2]), Arguments.Index(bound[3]));
        if (most <= least)
        {
            throw JinjaException.Value($"empty range for randrange() ({least}, {most}, {most - least})");
        }
        var html = Truth.Of(bound[1]);
        var words = Words.Split(' ');
        var into = new StringBuilder();
        for (long i = 0; i < Arguments.Index(bound[0]); i++)
        {
            into.Append(
                    i == 0 ? ""
                    : html ? "\n"
                    : "\n\n"
                )
                .Append(html ? "<p>" : "");
            Paragraph(context, into, words, least + context.NextRandom((int)Math.Min(most - least, int.MaxValue)));
            into.Append(html ? "</p>" : "");
            Sequences.CheckText(context, into.Length);
            context.CheckTime();
        }
        return html ? Value.Markup(into.ToString()) : into.ToString();
    }

    private static void Paragraph(EvaluationContext context, StringBuilder into, string[] words, long count)
    {
        var sentenceEnds = 0L;
        var previous = -1;
        for (long i = 0; i < count; i++)
        {
            int next;
            do
            {
                next = context.NextRandom(words.Length);
            } while (next == previous);
            previous = next;
            var word = words[next];
            if (i == sentenceEnds)
            {
                word = UnicodeCase.Capitalize(word);
                sentenceEnds += 5 + context.NextRandom(12);
            }
            into.Append(i == 0 ? "" : " ").Append(word).Append(i + 1 == sentenceEnds || i + 1 == count ? "." : "");
            Sequences.CheckText(context, into.Length);
        }
    }
}
