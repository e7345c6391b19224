namespace HomeOps.Jinja.Tests.Peers;

/// <summary>A filter, test or method with what it takes and gives.</summary>
/// <param name="Result">The kind it gives.</param>
/// <param name="Input">The kind it is applied to.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parameters">Its parameters.</param>
internal sealed record Word(char Result, char Input, string Name, Parameter[] Parameters);

/// <summary>A parameter; without a name it is given by its place only.</summary>
internal sealed record Parameter(string Name, char Kind, bool IsRequired);

/// <summary>
/// All filters, tests and methods. Kinds: I int, W small int, F float, N number, B bool, S str, L list, G lazy sequence, D dict, U tuple,
/// P path of attributes, E name of a test, M name of a filter, Y spec of format, A anything. <c>!</c> marks what must be given,
/// <c>*</c> what is given by its place only.
/// </summary>
internal static class Vocabulary
{
    public static readonly Word[] Filters = Read(
        """
        N N abs
        A A attr(!name:P)
        G L batch(!linecount:W, fill_with:A)
        S S capitalize
        S A center(width:W)
        I A count
        I A length
        A A d(default_value:A, boolean:B)
        A A default(default_value:A, boolean:B)
        L D dictsort(case_sensitive:B, by:S, reverse:B)
        S A e
        S A escape
        S A forceescape
        S A safe
        S A string
        S N filesizeformat(binary:B)
        A L first
        A L last
        F A float(default:A)
        S Y format(*:A, *:A)
        L L groupby(!attribute:P, default:A, case_sensitive:B)
        S S indent(width:W, first:B, blank:B)
        I A int(default:A, base:W)
        G D items
        S L join(d:S, attribute:P)
        L A list
        S A lower
        S A upper
        S A title
        G L map(!*:M)
        G L map(!*:M, *:A)
        G L map(!attribute:P, default:A)
        A L max(case_sensitive:B, attribute:P)
        A L min(case_sensitive:B, attribute:P)
        S A pprint
        G L select(*:E, *:A)
        G L reject(*:E, *:A)
        G L selectattr(!*:P, *:E, *:A)
        G L rejectattr(!*:P, *:E, *:A)
        S S replace(!old:S, !new:S, count:W)
        A A reverse
        N N round(precision:W, method:S)
        G L slice(!slices:W, fill_with:A)
        L L sort(reverse:B, case_sensitive:B, attribute:P)
        S A striptags
        A L sum(attribute:P, start:A)
        S A tojson(indent:W)
        S A trim(chars:S)
        S S truncate(length:W, killwords:B, end:S, leeway:W)
        G L unique(case_sensitive:B, attribute:P)
        S A urlencode
        S S urlize(trim_url_limit:W, nofollow:B, target:S, rel:S)
        I S wordcount
        S S wordwrap(width:W, break_long_words:B, wrapstring:S, break_on_hyphens:B)
        S D xmlattr(autospace:B)
        """
    );

    public static readonly Word[] Tests = Read(
        """
        B A boolean
        B A callable
        B A defined
        B N divisibleby(!num:W)
        B A eq(!*:A)
        B A equalto(!*:A)
        B A ne(!*:A)
        B N lt(!*:N)
        B S lessthan(!*:S)
        B N le(!*:N)
        B N gt(!*:N)
        B L greaterthan(!*:L)
        B N ge(!*:N)
        B A escaped
        B N even
        B A false
        B S filter
        B A float
        B A in(!seq:L)
        B A integer
        B A iterable
        B S lower
        B A mapping
        B A none
        B A number
        B N odd
        B A sameas(!other:A)
        B A sequence
        B A string
        B S test
        B A true
        B A undefined
        B S upper
        """
    );

    public static readonly Word[] Methods = Read(
        """
        S S capitalize
        S S casefold
        S S center(!*:W, *:S)
        I S count(!*:S, *:I, *:I)
        A S encode(encoding:S)
        B S endswith(!*:S, *:W, *:W)
        S S expandtabs(tabsize:W)
        I S find(!*:S, *:W, *:W)
        S Y format(*:A, *:A, x:A)
        S Y format_map(!*:D)
        I S index(!*:S, *:W)
        B S isalnum
        B S isalpha
        B S isascii
        B S isdecimal
        B S isdigit
        B S isidentifier
        B S islower
        B S isnumeric
        B S isprintable
        B S isspace
        B S istitle
        B S isupper
        S S join(!*:L)
        S S ljust(!*:W, *:S)
        S S lower
        S S lstrip(*:S)
        D S maketrans(!*:S, *:S)
        U S partition(!*:S)
        S S removeprefix(!*:S)
        S S removesuffix(!*:S)
        S S replace(!*:S, !*:S, *:I)
        I S rfind(!*:S, *:W, *:W)
        I S rindex(!*:S)
        S S rjust(!*:W, *:S)
        U S rpartition(!*:S)
        L S rsplit(sep:S, maxsplit:I)
        S S rstrip(*:S)
        L S split(sep:S, maxsplit:I)
        L S splitlines(keepends:B)
        B S startswith(!*:S, *:W, *:W)
        S S strip(*:S)
        S S swapcase
        S S title
        S S translate(!*:D)
        S S upper
        S S zfill(!*:W)
        A L append(!*:A)
        A L clear
        L L copy
        I L count(!*:A)
        A L extend(!*:L)
        I L index(!*:A, *:I, *:I)
        A L insert(!*:I, !*:A)
        A L pop(*:I)
        A L remove(!*:A)
        A L reverse
        A L sort(reverse:B)
        A D clear
        D D copy
        D D fromkeys(!*:L, *:A)
        A D get(!*:A, *:A)
        A D items
        A D keys
        A D pop(!*:A, *:A)
        U D popitem
        A D setdefault(!*:A, *:A)
        A D update(!*:D)
        A D values
        I U count(!*:A)
        I U index(!*:A)
        I I bit_length
        I I bit_count
        I I conjugate
        A I to_bytes(length:W, byteorder:S)
        U I as_integer_ratio
        B F is_integer
        U F as_integer_ratio
        S F hex
        F F conjugate
        """
    );

    private static Word[] Read(string table) => [.. table.Split('\n').Select(ReadWord)];

    private static Word ReadWord(string line)
    {
        var open = line.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? line[4..] : line[4..open];
        var parameters = open < 0 ? [] : line[(open + 1)..^1].Split(", ").Select(ReadParameter).ToArray();
        return new Word(line[0], line[2], name, parameters);
    }

    private static Parameter ReadParameter(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return new Parameter(text[..colon].Trim('!', '*'), text[colon + 1], text[0] == '!');
    }
}
