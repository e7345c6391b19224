using HomeOps.Text;

namespace HomeOps.Flux;

/// <summary>Turns places in bytes into places in the text.</summary>
internal static class SubstitutionPlace
{
    public static Location Of(SourceText source, string bytes, int offset)
    {
        var start = ByteText.Decode(bytes[..offset]).Length;
        var end = source.Text.IndexOf('}', start);
        return source.At(start, end < 0 ? Math.Min(2, source.Text.Length - start) : end + 1 - start);
    }
}
