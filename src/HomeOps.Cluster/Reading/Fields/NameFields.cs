using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Fields that are names: domains, hosts, clusters, schematics.</summary>
internal static class NameFields
{
    private const int MaxLabel = 63;
    private const int MaxName = 253;
    private const int SchematicLength = 64;

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789-"
    );

    private static readonly SearchValues<char> LowerAlphanumeric = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789"
    );

    /// <summary>A fully qualified domain name: at least two labels (RFC 1123), the last with a letter.</summary>
    public static bool Fqdn(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value)
    {
        if (!TextFields.NonEmpty(scalar, findings, out value))
        {
            return false;
        }

        if (IsFqdn(value))
        {
            return true;
        }

        findings.Add(FieldDiagnostics.NotFqdn(scalar, SuggestFqdn(value)));
        return false;
    }

    /// <summary>A node's name: one label, and not one of the names that the template tree uses for groups of nodes.</summary>
    public static bool NodeName(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value)
    {
        if (!TextFields.NonEmpty(scalar, findings, out value))
        {
            return false;
        }

        if (!IsLabel(value))
        {
            findings.Add(NodeDiagnostics.NotNodeName(scalar));
            return false;
        }

        if (value is "global" or "controller" or "worker")
        {
            findings.Add(NodeDiagnostics.ReservedName(scalar));
            return false;
        }

        return true;
    }

    /// <summary>A cluster's name: one label.</summary>
    public static bool ClusterName(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value)
    {
        if (!TextFields.NonEmpty(scalar, findings, out value))
        {
            return false;
        }

        if (IsLabel(value))
        {
            return true;
        }

        findings.Add(ClusterDiagnostics.NotClusterName(scalar));
        return false;
    }

    /// <summary>An Image Factory schematic: 64 lower-case letters and digits.</summary>
    public static bool Schematic(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value)
    {
        if (!TextFields.NonEmpty(scalar, findings, out value))
        {
            return false;
        }

        if (value.Length == SchematicLength && !value.AsSpan().ContainsAnyExcept(LowerAlphanumeric))
        {
            return true;
        }

        findings.Add(NodeDiagnostics.NotSchematic(scalar));
        return false;
    }

    /// <summary>Whether a text is a fully qualified domain name.</summary>
    public static bool IsFqdn(string text)
    {
        if (text.Length > MaxName || !text.Contains('.', StringComparison.Ordinal))
        {
            return false;
        }

        var last = ReadOnlySpan<char>.Empty;
        foreach (var range in text.AsSpan().Split('.'))
        {
            last = text.AsSpan(range);
            if (!IsLabel(last))
            {
                return false;
            }
        }

        return last.Length >= 2 && last.ContainsAnyInRange('a', 'z');
    }

    // What people paste: a URL, a trailing dot, capitals.
    private static string? SuggestFqdn(string text)
    {
        var candidate = text.Trim().ToLowerInvariant();
        if (candidate.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0)
        {
            candidate = candidate[(scheme + 3)..];
        }

        candidate = candidate.Split('/')[0].TrimEnd('.');
        return IsFqdn(candidate) ? candidate : null;
    }

    private static bool IsLabel(ReadOnlySpan<char> text) =>
        text.Length is >= 1 and <= MaxLabel
        && !text.ContainsAnyExcept(LabelCharacters)
        && text[0] != '-'
        && text[^1] != '-';
}
