namespace HomeOps.Jinja.Values;

/// <summary>repr() of a float: the shortest digits that read back, laid out as Python does.</summary>
internal static class FloatText
{
    public static string Of(double number)
    {
        if (double.IsNaN(number))
        {
            return "nan";
        }
        if (double.IsInfinity(number))
        {
            return number > 0 ? "inf" : "-inf";
        }

        Span<char> text = stackalloc char[32];
        number.TryFormat(text, out var length, "R");
        var (digits, exponent) = Digits(text[..length]);
        var sign = double.IsNegative(number) ? "-" : "";

        if (exponent is < -4 or >= 16)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            var magnitude = Math.Abs(exponent);
            return $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{magnitude:00}";
        }
        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }
        return digits.Length <= exponent + 1
            ? $"{sign}{digits}{new string('0', exponent + 1 - digits.Length)}.0"
            : $"{sign}{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}";
    }

    /// <summary>Significant digits without zeros around them, and the power of ten of the first.</summary>
    private static (string Digits, int Exponent) Digits(ReadOnlySpan<char> text)
    {
        text = text.TrimStart('-');
        var exponent = 0;
        var at = text.IndexOf('E');
        if (at >= 0)
        {
            exponent = int.Parse(text[(at + 1)..]);
            text = text[..at];
        }
        var point = text.IndexOf('.');
        var whole = point < 0 ? text : text[..point];
        var digits = string.Concat(whole, point < 0 ? default : text[(point + 1)..]);
        exponent += whole.Length - 1;
        var leading = digits.AsSpan().IndexOfAnyExcept('0');
        return leading < 0 ? ("0", 0) : (digits[leading..].TrimEnd('0'), exponent - leading);
    }
}
