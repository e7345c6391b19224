using System.Text;
using System.Text.Json;
using HomeOps.Flux;
using HomeOps.Text;

namespace HomeOps.Conformance;

/// <summary><c>envsubst</c>: a <c>cases.json</c> of inputs with their lax and strict results.</summary>
internal sealed class EnvsubstCorpus : ICorpus
{
    // The variables the corpus was recorded with.
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["A"] = "abc",
        ["A1"] = "one",
        ["D"] = "$X",
        ["E"] = "",
        ["N"] = "42",
        ["P"] = "/usr/local/lib",
        ["Q"] = "it's \"q\"",
        ["S"] = "Hello/World.tar.gz",
        ["U"] = "ÄÖü",
        ["_x"] = "under",
    };

    public string Name => "envsubst";

    public IEnumerable<CaseResult> Run(string path, string filter)
    {
        using var cases = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var entry in cases.RootElement.EnumerateArray())
        {
            foreach (var mode in (string[])["lax", "strict"])
            {
                var input = entry.GetProperty("in").GetString() ?? "";
                var id = $"{mode} {input}";
                if (id.Contains(filter, StringComparison.Ordinal))
                {
                    yield return RunOne(id, input, mode, entry.GetProperty(mode));
                }
            }
        }
    }

    private static CaseResult RunOne(string id, string input, string mode, JsonElement expected)
    {
        var result = Substitution.Evaluate(
            new SourceText("case", input),
            static name => Variables.GetValueOrDefault(name),
            isStrict: mode == "strict"
        );
        var actual = result.Error is { } error
            ? $"error: {Message(error)}"
            : Convert.ToHexStringLower(result.Bytes ?? []);
        var wanted =
            expected.TryGetProperty("err", out var err) ? $"error: {err.GetString()}"
            : expected.TryGetProperty("outHex", out var hex) ? hex.GetString()
            : Convert.ToHexStringLower(Encoding.UTF8.GetBytes(expected.GetProperty("out").GetString() ?? ""));
        return actual == wanted
            ? CaseResult.Pass(id, mode)
            : CaseResult.Fail(id, mode, $"expected {wanted}\nactual   {actual}");
    }

    // The real library's words for our codes.
    private static string Message(Diagnostic error) =>
        error.Code switch
        {
            "HO0901" => "bad substitution",
            "HO0902" => "missing closing brace",
            "HO0903" => "unable to parse variable name",
            "HO0904" => "unable to parse substitution within function",
            _ => $"variable not set (strict mode): \"{error.Message.Split('\'')[1]}\"",
        };
}
