using System.Collections.Frozen;

namespace HomeOps.Schema;

/// <summary>
/// The names of functions and macros: CEL's own, cel-go's extensions for texts, sets, encoders and optional values, which Flux has, and
/// Kubernetes' libraries.
/// </summary>
internal static class CelFunctions
{
    /// <summary>Macros that name a variable for the items of what they are called on, and how many arguments they take.</summary>
    public static readonly FrozenDictionary<string, (int Least, int Most)> Comprehensions = new Dictionary<
        string,
        (int, int)
    >(StringComparer.Ordinal)
    {
        ["all"] = (2, 3),
        ["exists"] = (2, 3),
        ["exists_one"] = (2, 3),
        ["existsOne"] = (2, 3),
        ["filter"] = (2, 2),
        ["map"] = (2, 3),
        ["optFlatMap"] = (2, 2),
        ["optMap"] = (2, 2),
        ["transformList"] = (3, 4),
        ["transformMap"] = (3, 4),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Known = """
        bool bytes double duration dyn int matches size string timestamp type uint has
        contains endsWith startsWith getDate getDayOfMonth getDayOfWeek getDayOfYear getFullYear getHours getMilliseconds getMinutes getMonth getSeconds
        charAt format indexOf join lastIndexOf lowerAscii quote replace reverse split substring trim upperAscii
        hasValue none of ofNonZeroValue or orValue value first last
        encode decode equivalent intersects
        abs ceil floor round trunc sign isNaN isInf isFinite greatest least bitAnd bitOr bitXor bitNot bitShiftLeft bitShiftRight
        find findAll isSorted max min sum
        isURL url getEscapedPath getHost getHostname getPort getQuery getScheme
        isQuantity quantity add asApproximateFloat asInteger compareTo isGreaterThan isInteger isLessThan sub
        ip isIP cidr isCIDR containsCIDR containsIP family masked prefixLength isCanonical isGlobalUnicast isLinkLocalMulticast isLinkLocalUnicast isLoopback isUnspecified
        isSemver semver major minor patch named validate allocate reserved check allowed errored error reason group resource subresource
        """;

    public static readonly FrozenSet<string> All = Known
        .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Concat(Comprehensions.Keys)
        .ToFrozenSet(StringComparer.Ordinal);
}
