namespace HomeOps.Sops.Formats;

/// <summary>How a file is written.</summary>
internal sealed record FileLayout(StoreIndents Indents)
{
    public static FileLayout Default { get; } = new(StoreIndents.Default);

    /// <summary>The same with the indentation an existing file has, whatever the format.</summary>
    public FileLayout With(int? indent) =>
        indent is { } own
            ? new FileLayout(Indents with { Yaml = Math.Clamp(own, 2, 9), Json = own, JsonBinary = own })
            : this;
}
