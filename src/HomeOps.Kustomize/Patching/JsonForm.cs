using System.Globalization;
using HomeOps.Yaml;

namespace HomeOps.Kustomize;

/// <summary>Values as they are after a way through JSON: typed once and for all, numbers in decimal.</summary>
internal static class JsonForm
{
    public static void Normalize(Node node)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var (_, value) in map.Entries)
                {
                    Normalize(value);
                }

                break;
            case SeqNode sequence:
                foreach (var item in sequence.Items)
                {
                    Normalize(item);
                }

                break;
            case ScalarNode scalar:
                Normalize(scalar);
                break;
        }
    }

    /// <summary>Whether two values are the same JSON.</summary>
    public static bool AreEqual(Node? a, Node? b)
    {
        switch (a, b)
        {
            case (MapNode x, MapNode y):
                return x.Count == y.Count && x.Entries.All(e => y[e.Key] is { } other && AreEqual(e.Value, other));
            case (SeqNode x, SeqNode y):
                if (x.Items.Count != y.Items.Count)
                {
                    return false;
                }

                for (var i = 0; i < x.Items.Count; i++)
                {
                    if (!AreEqual(x.Items[i], y.Items[i]))
                    {
                        return false;
                    }
                }

                return true;
            case (ScalarNode x, ScalarNode y):
                return Same(x.Value, y.Value);
            default:
                return Node.IsMissingOrNull(a) && Node.IsMissingOrNull(b);
        }
    }

    private static bool Same(YamlValue a, YamlValue b) =>
        (a.Kind is YamlKind.Int or YamlKind.Float) && (b.Kind is YamlKind.Int or YamlKind.Float)
            ? Number(a) == Number(b)
            : a.Kind == b.Kind && Equals(a.Object, b.Object);

    private static double Number(YamlValue value) =>
        value.Object switch
        {
            double number => number,
            long whole => whole,
            System.Numerics.BigInteger whole => (double)whole,
            _ => 0,
        };

    private static void Normalize(ScalarNode scalar)
    {
        var value = scalar.Value;
        switch (value.Kind)
        {
            case YamlKind.Null:
                scalar.Set("null", ScalarTag.Null);
                break;
            case YamlKind.Bool:
                scalar.Set(value.Object is true ? "true" : "false", ScalarTag.Bool);
                break;
            case YamlKind.Int:
                // JSON numbers are doubles to kustomize, so beyond 2^53 digits are lost.
                scalar.Set(GoNumberText.Of(Number(value)), ScalarTag.Int);
                break;
            case YamlKind.Float:
                scalar.Set(Number(value).ToString("R", CultureInfo.InvariantCulture), ScalarTag.Float);
                break;
            case YamlKind.Date or YamlKind.Timestamp:
                scalar.Set(YamlScalars.Of(value).Value, ScalarTag.String);
                break;
            default:
                var text = (value.Object as string) ?? scalar.Text;
                var plain = YamlResolver.GoV3.Resolve(new YamlScalar(text)).Kind is YamlKind.String;
                scalar.Set(text, ScalarTag.String, plain ? ScalarForm.Plain : ScalarForm.Quoted);
                break;
        }
    }
}
