namespace HomeOps.Age;

/// <summary>
/// Fills a span with unpredictable bytes. The program passes <c>RandomNumberGenerator.Fill</c>; keys made from anything weaker are
/// worthless, so only tests pass something else.
/// </summary>
/// <param name="bytes">Overwritten whole.</param>
public delegate void RandomFill(Span<byte> bytes);
