using System.Diagnostics.CodeAnalysis;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cluster;

/// <summary>Fields that are addresses.</summary>
internal static class AddressFields
{
    /// <summary>An IPv4 address.</summary>
    public static bool Ipv4(in FieldScalar scalar, DiagnosticBag findings, out Ipv4Address value)
    {
        if (scalar.IsString && Ipv4Address.TryParse(scalar.Text, out value))
        {
            return true;
        }

        value = default;
        findings.Add(FieldDiagnostics.NotIpv4(scalar));
        return false;
    }

    /// <summary>A range in CIDR form whose address is the range's first.</summary>
    public static bool Cidr(in FieldScalar scalar, DiagnosticBag findings, out Ipv4Cidr value)
    {
        value = default;
        if (!scalar.IsString || !Ipv4Cidr.TryParse(scalar.Text, out value, out var hasHostBits))
        {
            findings.Add(FieldDiagnostics.NotCidr(scalar));
            return false;
        }

        if (hasHostBits)
        {
            findings.Add(FieldDiagnostics.HostBits(scalar, value));
            return false;
        }

        return true;
    }

    /// <summary>An IPv4 address or a range, kept as text.</summary>
    public static bool Ipv4OrCidr(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out string? value)
    {
        value = scalar.Text;
        return scalar.Text.Contains('/', StringComparison.Ordinal)
            ? Cidr(scalar, findings, out _)
            : Ipv4(scalar, findings, out _);
    }

    /// <summary>A hardware address in lower case with colons.</summary>
    public static bool Mac(in FieldScalar scalar, DiagnosticBag findings, out MacAddress value)
    {
        value = default;
        if (scalar.IsString)
        {
            if (MacAddress.TryParse(scalar.Text, out value))
            {
                return true;
            }

            findings.Add(NodeDiagnostics.NotMac(scalar, MacAddress.FromOtherForm(scalar.Text)));
        }
        else if (scalar.Meaning.Kind is YamlKind.Int or YamlKind.Float)
        {
            findings.Add(NodeDiagnostics.MacReadAsNumber(scalar));
        }
        else
        {
            findings.Add(NodeDiagnostics.NotMac(scalar, null));
        }

        return false;
    }
}
