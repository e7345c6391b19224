namespace HomeOps.Yaml;

internal sealed class GoV3Resolver : YamlResolver
{
    public override YamlValue Resolve(YamlScalar scalar) => throw new InvalidOperationException("not written yet");
}
