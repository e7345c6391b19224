namespace HomeOps.Yaml;

internal sealed class PyYamlResolver : YamlResolver
{
    public override YamlValue Resolve(YamlScalar scalar) => throw new InvalidOperationException("not written yet");
}
