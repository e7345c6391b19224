using System.Text.Json;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Checks the credentials of the Cloudflare tunnel, as <c>cloudflared tunnel create</c> writes them.</summary>
internal static class TunnelFile
{
    /// <summary>The file they stand in.</summary>
    public const string FileName = "cloudflare-tunnel.json";

    private static readonly string[] Fields = ["AccountTag", "TunnelID", "TunnelSecret"];

    /// <summary>Reports what is wrong with the file.</summary>
    /// <param name="content">SECRET. Its bytes.</param>
    /// <param name="path">How the file is called in findings.</param>
    /// <param name="findings">Where findings go.</param>
    public static void Check(ReadOnlyMemory<byte> content, string path, DiagnosticBag findings)
    {
        var place = Location.OfFile(path);
        try
        {
            using var document = JsonDocument.Parse(content);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                findings.Add(InputFileDiagnostics.NotTunnelFile(place, Fields));
                return;
            }

            var missing = Fields.Where(f => !IsText(document.RootElement, f)).ToList();
            if (missing.Count > 0)
            {
                findings.Add(InputFileDiagnostics.NotTunnelFile(place, missing));
            }
        }
        catch (JsonException e)
        {
            findings.Add(InputFileDiagnostics.NotJson(place, e.LineNumber + 1 ?? 1));
        }
    }

    private static bool IsText(JsonElement element, string field) =>
        element.TryGetProperty(field, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 };
}
