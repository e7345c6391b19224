using HomeOps.Yaml;

namespace HomeOps.Talos.Model;

/// <summary>What go-yaml reads a scalar as; text where the tag and the text disagree.</summary>
internal static class PlainScalar
{
    public static YamlValue Resolve(YamlScalar scalar)
    {
        try
        {
            return YamlResolver.GoV3.Resolve(scalar);
        }
        catch (FormatException)
        {
            return YamlValue.String(scalar.Value);
        }
    }
}
