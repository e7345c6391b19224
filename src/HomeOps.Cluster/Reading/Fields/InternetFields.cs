using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Fields that say where something is on the Internet, and which release of it.</summary>
internal static class InternetFields
{
    private static readonly SearchValues<char> RepositoryCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    );

    private static readonly SearchValues<char> NotInMailbox = SearchValues.Create(" \t@<>,;");

    /// <summary>A repository on GitHub: <c>owner/name</c>.</summary>
    public static bool Repository(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value)
    {
        if (!TextFields.NonEmpty(scalar, findings, out value))
        {
            return false;
        }

        var slash = value.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && IsRepositoryPart(value.AsSpan(0, slash)) && IsRepositoryPart(value.AsSpan(slash + 1)))
        {
            return true;
        }

        findings.Add(ClusterDiagnostics.NotRepository(scalar));
        return false;
    }

    /// <summary>An absolute web address with one of the schemes.</summary>
    public static FieldReader<string> WebAddress(params string[] schemes) =>
        (in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value) =>
        {
            if (!TextFields.NonEmpty(scalar, findings, out value))
            {
                return false;
            }

            if (
                Uri.TryCreate(value, UriKind.Absolute, out var uri)
                && uri.Host.Length > 0
                && schemes.Contains(uri.Scheme, StringComparer.Ordinal)
            )
            {
                return true;
            }

            findings.Add(FieldDiagnostics.NotWebAddress(scalar, schemes));
            return false;
        };

    /// <summary>A mail address: something, an at sign, a domain.</summary>
    public static bool Mail(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value)
    {
        if (!TextFields.NonEmpty(scalar, findings, out value))
        {
            return false;
        }

        var at = value.LastIndexOf('@');
        if (at > 0 && NameFields.IsFqdn(value[(at + 1)..]) && !value.AsSpan(0, at).ContainsAny(NotInMailbox))
        {
            return true;
        }

        findings.Add(FieldDiagnostics.NotMail(scalar));
        return false;
    }

    /// <summary>A release: <c>v1.2.3</c>, perhaps with a suffix such as <c>-rc.1</c>.</summary>
    public static bool Release(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value)
    {
        if (!TextFields.NonEmpty(scalar, findings, out value))
        {
            return false;
        }

        if (value[0] == 'v' && IsRelease(value.AsSpan(1)))
        {
            return true;
        }

        findings.Add(ClusterDiagnostics.NotRelease(scalar, IsRelease(value)));
        return false;
    }

    private static bool IsRelease(ReadOnlySpan<char> text)
    {
        var dash = text.IndexOf('-');
        var core = dash < 0 ? text : text[..dash];
        var parts = 0;
        foreach (var range in core.Split('.'))
        {
            var part = core[range];
            if (part.IsEmpty || part.ContainsAnyExceptInRange('0', '9') || (part.Length > 1 && part[0] == '0'))
            {
                return false;
            }

            parts++;
        }

        return parts == 3 && (dash < 0 || dash < text.Length - 1);
    }

    private static bool IsRepositoryPart(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExcept(RepositoryCharacters) && text is not "." and not "..";
}
