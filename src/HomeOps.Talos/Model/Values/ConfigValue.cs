using HomeOps.Text;

namespace HomeOps.Talos.Model;

/// <summary>A value of a machine config, with the place it came from.</summary>
internal abstract class ConfigValue
{
    /// <summary>Where the value was written; null for what the generator made.</summary>
    public Location? Origin { get; set; }

    /// <summary>A copy that shares nothing that merging changes.</summary>
    public abstract ConfigValue Clone();
}
