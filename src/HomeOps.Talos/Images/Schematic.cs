using System.Security.Cryptography;
using System.Text;
using HomeOps.Talos.Images;
using HomeOps.Talos.Model;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Talos;

/// <summary>What an image is made of: extensions, kernel arguments, overlay. Its id is the hash of its canonical text.</summary>
public sealed class Schematic
{
    private readonly ConfigStruct value;

    internal Schematic(ConfigStruct value) => this.value = value;

    /// <summary>An image without anything added.</summary>
    public static Schematic Empty => new(SchematicType.Type.New());

    /// <summary>An image with extensions and arguments of the kernel, in this order.</summary>
    public static Schematic Of(IEnumerable<string> extensions, IEnumerable<string> kernelArgs)
    {
        var made = SchematicType.Type.New();
        var customization = made.Open("customization").Set("extraKernelArgs", kernelArgs);
        customization.Open("systemExtensions").Set("officialExtensions", extensions);
        return new Schematic(made);
    }

    /// <summary>Reads one; the factory refuses keys it does not know.</summary>
    public static (Schematic? Schematic, IReadOnlyList<Diagnostic> Diagnostics) Read(SourceText source)
    {
        var diagnostics = new DiagnosticBag();
        var stream = YamlReader.Read(source);
        diagnostics.AddRange(stream.Diagnostics);
        if (stream.HasErrors || stream.Documents is not [{ Root: { } root }])
        {
            return (stream.HasErrors ? null : Empty, diagnostics.Ordered());
        }

        var read = SchematicType.Type.Read(root, new ReadContext(source, diagnostics)) as ConfigStruct;
        return (diagnostics.HasErrors ? null : new Schematic(read ?? SchematicType.Type.New()), diagnostics.Ordered());
    }

    /// <summary>The text that is sent to the factory and hashed.</summary>
    public string ToYaml() =>
        YamlWriter.Write(
            [new YamlDocument(new SourceText("", ""), SchematicType.Type.Write(value))],
            YamlProfile.Talos
        );

    /// <summary>The id: lower-case SHA-256 of <see cref="ToYaml"/>.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToYaml())));

    /// <summary>Arguments of the kernel.</summary>
    internal IEnumerable<string> KernelArgs =>
        value.Struct("customization")?.List("extraKernelArgs").Select(static a => ((ConfigScalar)a).Text) ?? [];
}
