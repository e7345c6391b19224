namespace HomeOps.Talos;

/// <summary>Where Talos runs, which decides what a machine config needs.</summary>
public enum TalosMode
{
    /// <summary>On a machine of its own: it installs itself to a disk.</summary>
    Metal,

    /// <summary>From an image of a cloud: nothing is installed.</summary>
    Cloud,

    /// <summary>In a container: nothing is installed.</summary>
    Container,
}
