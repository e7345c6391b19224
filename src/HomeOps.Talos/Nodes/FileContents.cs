using HomeOps.Talos.Inputs;
using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Nodes;

/// <summary>Contents that stand in talconfig.yaml or, after <c>@</c>, in a file.</summary>
internal sealed class FileContents(
    InputFiles files,
    IReadOnlyDictionary<string, string> variables,
    DiagnosticBag diagnostics
)
{
    /// <summary>The content; null after a reported mistake. Files get their variables unless the entry says <c>skipEnvsubst</c>.</summary>
    public string? Of(ConfigStruct entry, string key)
    {
        var text = entry.Text(key);
        if (!text.StartsWith('@'))
        {
            return text;
        }

        if (files.Read(text[1..].Trim(), entry[key]?.Origin) is not { } source)
        {
            return null;
        }

        if (entry.Bool("skipEnvsubst") == true)
        {
            return source.Text;
        }

        var expanded = EnvSubst.Expand(source.Text, variables, out var problem);
        if (expanded is null)
        {
            diagnostics.Add(TalosDiagnostics.Variable(problem, source.At(0, 0)));
        }

        return expanded;
    }
}
