namespace HomeOps.Talos.Model;

/// <summary>The types that keys of machine configs have.</summary>
internal static class Forms
{
    public static ConfigType Str { get; } = new TextType();
    public static ConfigType Bool { get; } = new BoolType();
    public static ConfigType Int { get; } = new IntType(long.MinValue, long.MaxValue);
    public static ConfigType U8 { get; } = new IntType(0, byte.MaxValue);
    public static ConfigType U16 { get; } = new IntType(0, ushort.MaxValue);
    public static ConfigType U32 { get; } = new IntType(0, uint.MaxValue);
    public static ConfigType Unsigned { get; } = new IntType(0, long.MaxValue);
    public static ConfigType Free { get; } = new FreeType();
    public static ConfigType Texts { get; } = ListOf(Str);
    public static ConfigType TextMap { get; } = MapOf(Str);
    public static ConfigType Args { get; } = new MapType(new ArgType(), replacesValues: true);

    /// <summary>A time span, written as Go does: <c>1h30m0s</c>.</summary>
    public static ConfigType Duration { get; } = new TextType("a duration such as 30s or 1h30m", GoDuration.Normalize);

    /// <summary>An address; a patch replaces the parts it has (scheme, host, path, query).</summary>
    public static ConfigType Url { get; } = new TextType("a URL", UrlText.Normalize) { Joined = UrlText.Merge };

    public static ConfigType Ip { get; } = new TextType("an IP address", NetworkText.Address);
    public static ConfigType Prefix { get; } = new TextType("a network such as 10.0.0.0/16", NetworkText.Prefix);

    public static ConfigType IpAndPort { get; } =
        new TextType("an IP address with a port, such as 10.0.0.1:51820", NetworkText.AddressAndPort);

    public static ConfigType Mac { get; } =
        new TextType("a hardware address such as 52:54:00:12:34:56", NetworkText.Hardware);

    public static ConfigType RoutingTable { get; } =
        new TextType("a routing table: main, local, default, unspec or a number up to 255", NetworkText.RoutingTable);

    public static ConfigType PortRange { get; } =
        new TextType("a port or a range such as 8000-9000", NetworkText.PortRange, isPlain: true);

    public static ConfigType ByteSize { get; } =
        new TextType("a size such as 10GiB", static s => ByteCount.Parse(s.TrimStart('-')) is null ? null : s);

    public static ConfigType Size { get; } =
        new TextType("a size such as 10GiB or 50%", static s => ByteCount.IsSize(s) ? s : null);

    public static ConfigType DiskSize { get; } =
        new TextType("a size such as 100GB", ByteCount.NormalizeDisk, isPlain: true);

    public static ConfigType DiskSizeCondition { get; } =
        new TextType(
            "a comparison of sizes such as <= 2TB",
            static s => ByteCount.IsCondition(s.Trim()) ? s.Trim() : null
        );

    public static ConfigType Permissions { get; } = new FileModeType();
    public static ConfigType Base64 { get; } = new Base64Type();

    /// <summary>Manifests lose the blank lines they begin with.</summary>
    public static ConfigType ManifestText { get; } =
        new TextType(normalize: static s => s.TrimStart('\t', '\n', '\v', '\f', '\r'));

    public static ConfigType IntFrom(long min, long max) => new IntType(min, max);

    public static ConfigType ListOf(ConfigType element) => new ListType(element);

    public static ConfigType MapOf(ConfigType element) => new MapType(element);

    public static ConfigType OneOf(params string[] words) => new WordType(words);
}
