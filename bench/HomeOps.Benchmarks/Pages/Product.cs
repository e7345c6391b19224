namespace HomeOps.Benchmarks.Pages;

/// <summary>A row of the product page.</summary>
public sealed record Product(string Name, int Price, string Description)
{
    /// <summary>The same products in every run.</summary>
    public static IReadOnlyList<Product> Hundred { get; } =
    [
        .. Enumerable
            .Range(1, 100)
            .Select(static i => new Product($"Product {i}", 7 * i, $"A thing of kind {i} that nobody needs twice")),
    ];
}
