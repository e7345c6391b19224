using System.Diagnostics.CodeAnalysis;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Talos;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>A folder with a talconfig.yaml, the repository it is in, and the keys that open its secrets.</summary>
internal sealed class TalosProject : IDisposable
{
    private const string UsualConfig = "talconfig.yaml";
    private const string UsualOutput = "clusterconfig";

    private readonly World world;
    private readonly TalosProjectPaths paths;
    private readonly SopsKeyRing keys;
    private readonly string config;
    private readonly string root;

    private TalosProject(World world, TalosProjectPaths paths)
    {
        (this.world, this.paths) = (world, paths);
        config = ConfigFile(world, paths);
        var folder = Path.GetDirectoryName(config) ?? "/";
        OutputFolder = paths.OutputFolder is { } given ? world.Absolute(given) : Path.Join(folder, UsualOutput);
        var surroundings = new SopsSurroundings(world);
        var rules = surroundings.FindConfig(named: null, folder);
        keys = surroundings.Keys(rules);
        root = Root(
            rules?.Folder ?? folder,
            [config, OutputFolder, .. Named(paths.SecretFiles), .. Named(paths.EnvFiles)]
        );
        Tree = new DiskTree(root);
    }

    /// <summary>Absolute path of the folder of the generated files.</summary>
    public string OutputFolder { get; }

    /// <summary>The repository; it holds every file that was named.</summary>
    public DiskTree Tree { get; }

    /// <summary>Finds the files and keys. Which of the keys cannot be used is among the findings of what is done then.</summary>
    /// <exception cref="SopsException">The rules for encryption cannot be read.</exception>
    public static TalosProject Open(World world, TalosProjectPaths paths) => new(world, paths);

    /// <summary>Generates in memory; places of findings are as seen from the working folder.</summary>
    public GenConfigResult Generate(GenConfigOptions options)
    {
        var result = GenConfig.Run(Input(options));
        return result with
        {
            Diagnostics = Shown(result.Diagnostics),
            Nodes =
            [
                .. result.Nodes.Select(n => n with { Patched = [.. n.Patched.Select(k => k.Placed(o => Shown(o)))] }),
            ],
        };
    }

    /// <summary>Checks the talconfig and, unless variables are left as written, the configs that come of it. Secrets are not needed.</summary>
    public IReadOnlyList<Diagnostic> Validate(GenConfigOptions options, bool asWritten)
    {
        var input = Input(options);
        var findings = asWritten ? ConfigValidation.OfTalconfigAsWritten(input) : ConfigValidation.OfTalconfig(input);
        return Shown(findings);
    }

    /// <summary>The image addresses of the nodes.</summary>
    public (IReadOnlyList<NodeImageAddress> Images, IReadOnlyList<Diagnostic> Diagnostics) Images(bool isInstaller)
    {
        var input = Input(new GenConfigOptions());
        var (images, findings) = isInstaller ? NodeImages.Installers(input) : NodeImages.Boots(input);
        return (images, Shown(findings));
    }

    /// <summary>Whether there is a talconfig.</summary>
    public static bool Exists(World world, TalosProjectPaths paths) => File.Exists(ConfigFile(world, paths));

    /// <summary>How a file of the output folder is called, seen from the working folder.</summary>
    public string ShownOutput(string name) => Path.GetRelativePath(world.WorkingFolder, Path.Join(OutputFolder, name));

    public void Dispose() => keys.Dispose();

    private string TreeFolder()
    {
        var folder = Path.GetRelativePath(root, Path.GetDirectoryName(config) ?? "/");
        return folder == "." ? "" : folder;
    }

    private GenConfigInput Input(GenConfigOptions options)
    {
        var input = new GenConfigInput
        {
            Files = Tree,
            Folder = TreeFolder(),
            Random = world.Random,
            Clock = world.Clock,
            Keys = keys,
            Environment = world.Environment,
            ConfigFile = Path.GetFileName(config),
            Options = options with
            {
                Node = paths.Node,
                OutputFolder = Path.GetRelativePath(Path.GetDirectoryName(config) ?? "/", OutputFolder),
            },
        };
        return input with
        {
            EnvFiles = paths.EnvFiles.Count > 0 ? Relative(paths.EnvFiles) : input.EnvFiles,
            SecretFiles = paths.SecretFiles.Count > 0 ? Relative(paths.SecretFiles) : input.SecretFiles,
        };
    }

    private static string ConfigFile(World world, TalosProjectPaths paths)
    {
        if (paths.ConfigFile is { } named)
        {
            return world.Absolute(named);
        }

        var inRepository = world.Absolute($"talos/{UsualConfig}");
        return !File.Exists(world.Absolute(UsualConfig)) && File.Exists(inRepository)
            ? inRepository
            : world.Absolute(UsualConfig);
    }

    private IEnumerable<string> Named(IReadOnlyList<string> files) => files.Select(world.Absolute);

    private string[] Relative(IReadOnlyList<string> files) =>
        [.. Named(files).Select(f => Path.GetRelativePath(Path.GetDirectoryName(config) ?? "/", f))];

    // What a talconfig names has to be inside its repository; what the user names may be anywhere.
    private static string Root(string folder, IEnumerable<string> paths)
    {
        var common = folder;
        while (common.Length > 1 && !paths.All(p => p.StartsWith(common + "/", StringComparison.Ordinal)))
        {
            common = Path.GetDirectoryName(common) ?? "/";
        }

        return common;
    }

    private IReadOnlyList<Diagnostic> Shown(IReadOnlyList<Diagnostic> findings) =>
        [.. keys.Diagnostics, .. findings.Select(d => d with { Location = Shown(d.Location) })];

    // As seen from the working folder.
    [return: NotNullIfNotNull(nameof(at))]
    private Location? Shown(Location? at) =>
        at is null || root == world.WorkingFolder
            ? at
            : new SourceText(Path.GetRelativePath(world.WorkingFolder, Path.Join(root, at.Path)), at.Source.Text).At(
                at.Span
            );
}
