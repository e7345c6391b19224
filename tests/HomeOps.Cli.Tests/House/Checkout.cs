namespace HomeOps.Cli.Tests.House;

/// <summary>The checkout these tests look at.</summary>
internal static class Checkout
{
    public static string Root { get; } = Path.GetFullPath(HomeOps.Testing.Golden.Path("../../.."));

    public static IEnumerable<string> ProductCode() =>
        Directory
            .EnumerateFiles(Path.Join(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(static f => !f.Contains("/obj/", StringComparison.Ordinal));
}
