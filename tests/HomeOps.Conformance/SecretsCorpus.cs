using System.Text.Json;
using HomeOps.Sops;

namespace HomeOps.Conformance;

/// <summary><c>secrets</c>: a folder with <c>vectors/manifest.json</c>, the vectors' folders and <c>keys/</c>.</summary>
internal sealed class SecretsCorpus : ICorpus
{
    public string Name => "secrets";

    public IEnumerable<CaseResult> Run(string path, string filter)
    {
        var folder = Path.Join(path, "vectors");
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "manifest.json")));
        foreach (var vector in manifest.RootElement.EnumerateArray())
        {
            var id = vector.GetProperty("id").GetString() ?? "";
            if (id.Contains(filter, StringComparison.Ordinal))
            {
                yield return RunOne(vector, id, folder);
            }
        }
    }

    private static CaseResult RunOne(JsonElement vector, string id, string folder)
    {
        var kind = vector.GetProperty("kind").GetString() ?? "";
        if (AgeVectors.Handles(kind))
        {
            return AgeVectors.Run(vector, folder);
        }

        var files = new SopsVector(vector, folder);
        string? fault;
        try
        {
            fault = kind switch
            {
                "sops-decrypt" => SopsDecryptVectors.Run(files),
                "sops-datakey" => SopsDecryptVectors.RunWithDataKey(files),
                "sops-negative" => SopsFailureVectors.RunNegative(files),
                "sops-encrypt-error" => SopsFailureVectors.RunEncryptError(files),
                "filestatus" => SopsFailureVectors.RunStatus(files),
                "config" => SopsConfigVectors.Run(files),
                "sops-op" => SopsOperationVectors.Run(files),
                "sops-edit" => SopsEditVectors.Run(files),
                _ => $"nothing runs the kind '{kind}'",
            };
        }
        catch (Exception e)
            when (e is SopsException or IOException or InvalidOperationException or KeyNotFoundException)
        {
            fault = $"{e.GetType().Name}: {e.Message}";
        }

        return fault is null ? CaseResult.Pass(id, kind) : CaseResult.Fail(id, kind, fault);
    }
}
