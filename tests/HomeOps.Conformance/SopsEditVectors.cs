using HomeOps.Age;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Conformance;

/// <summary>A file brought to a new plaintext: it must hold it, and keep at least as many lines as sops itself keeps.</summary>
internal static class SopsEditVectors
{
    public static string? Run(SopsVector vector)
    {
        var before = vector.Source("before.yaml");
        using var keys = vector.Keys();
        var format = SopsFormat.Yaml;
        var status = format.Status(before);
        var rule = new CreationRule(
            [.. status.Recipients.Select(AgeRecipient.Parse)],
            status.Selector ?? SopsSelector.Default,
            status.MacOnlyEncrypted,
            vector.Indents
        );
        var wanted = vector.Source("new-plain.yaml");
        var context = SopsContext.System with { Clock = new SopsClock(vector.Source("after.yaml").Text) };
        var update = format.Update(before, wanted, rule, keys, context);
        var after = new SourceText("after.yaml", update.Text);
        var again = format.Update(after, wanted, rule, keys, context);
        if (again.Kind != SopsUpdateKind.Unchanged)
        {
            return $"the updated file does not hold the wanted plaintext: {again.Kind}";
        }

        var expected = format.Decrypt(vector.Source("after.yaml"), keys).ToText(format, vector.Indents);
        var actual = format.Decrypt(after, keys).ToText(format, vector.Indents);
        if (expected != actual)
        {
            return "the plaintext differs from what sops holds after the same edit";
        }

        var kept = SopsLines.Kept(before.Text, update.Text);
        var least = vector.Expected.GetProperty("lines_kept").GetInt32();
        return kept >= least ? null : $"{kept} lines kept, sops keeps {least}";
    }
}
