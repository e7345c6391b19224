using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
using HomeOps.Files;
using HomeOps.Flux;
using HomeOps.Kustomize;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>The flags that the commands about Flux's tree share, named as in flux-local and flate.</summary>
internal sealed class FluxFlags
{
    private readonly Option<string> path = new("--path", "-p")
    {
        Description = "The folder or file that Flux applies first, e.g. kubernetes/flux/cluster",
        DefaultValueFactory = static _ => ".",
    };

    private readonly Option<string?> inNamespace = new("--namespace", "-n") { Description = "Only this namespace" };

    private readonly Option<bool> allNamespaces = new("--all-namespaces", "-A")
    {
        Description = "All namespaces (the default)",
    };

    private readonly Option<bool> lax = new("--lax")
    {
        Description = "A variable that nothing defines is empty, as before Flux 2.9, and no error",
    };

    private readonly Option<string[]> sources = new("--sources")
    {
        Description = "Sources that are this repository: NAME or NAMESPACE/NAME, separated by commas",
        HelpName = "names",
    };

    private readonly Option<string[]> clusterSecrets = new("--cluster-secret")
    {
        Description = "A Secret that only the cluster has: NAME or NAMESPACE/NAME; may be repeated",
        HelpName = "name",
    };

    private readonly Option<bool> allowMissingSecrets = new("--allow-missing-secrets")
    {
        Description = "Every Secret that is in no file counts as one that only the cluster has",
    };

    private readonly bool decryptsByItself;
    private readonly Option<bool?> decrypt;

    private readonly Option<string> placeholders = new("--placeholders")
    {
        Description = "What stands for a secret value: dns (placeholder-domain) or marked (..PLACEHOLDER_DOMAIN..)",
        DefaultValueFactory = static _ => "dns",
    };

    private readonly Option<string?> ignoreFile = new("--krmignore")
    {
        Description = "Files to pass over, in the syntax of .gitignore; .krmignore of the repository when absent",
        HelpName = "file",
    };

    private readonly Option<int> concurrency = new("--concurrency")
    {
        Description = "How many Kustomizations are built at once; 0 for one on each core",
        HelpName = "number",
        CustomParser = static result =>
        {
            var word = result.Tokens[0].Value;
            if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            result.AddError($"--concurrency takes a whole number from 0 on, not '{word}'");
            return 0;
        },
    };

    private readonly PeerFlags peers = new();

    /// <param name="decryptsByItself">
    /// Whether encrypted Secrets are opened without being asked for when the repository's age.key is there: for commands that print no values.
    /// </param>
    public FluxFlags(bool decryptsByItself = false)
    {
        this.decryptsByItself = decryptsByItself;
        decrypt = new Option<bool?>("--decrypt")
        {
            Description = decryptsByItself
                ? "Use the real values of encrypted Secrets; without this flag, when the repository has its age.key"
                : "Substitute the real values of encrypted Secrets, opened with the repository's age key",
            HelpName = decryptsByItself ? "false" : null,
        };
    }

    /// <summary>Flags of flux-local and flate that have no effect.</summary>
    public PeerFlags Peers => peers;

    public void AddTo(Command command)
    {
        placeholders.AcceptOnlyFromAmong("dns", "marked");
        foreach (
            var option in (Option[])
                [
                    path,
                    inNamespace,
                    allNamespaces,
                    lax,
                    sources,
                    clusterSecrets,
                    allowMissingSecrets,
                    decrypt,
                    placeholders,
                    ignoreFile,
                    concurrency,
                ]
        )
        {
            command.Options.Add(option);
        }

        peers.AddTo(command);
    }

    /// <summary>Runs a command on the tree that the flags name.</summary>
    /// <param name="world">The world.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="run">The command.</param>
    /// <param name="entry">The entry, when it is not that of <c>--path</c>.</param>
    /// <param name="orphans">What is done about Kustomizations that nothing lists.</param>
    public int Run(
        World world,
        ParseResult parsed,
        Func<FluxCluster, int> run,
        string? entry = null,
        OrphanTreatment orphans = OrphanTreatment.Ignored
    )
    {
        entry ??= IsEntryGiven(parsed) ? parsed.GetValue(path) : null;
        var named = world.Absolute(entry ?? ".");
        var root = RepositoryRoot.Of(world, Directory.Exists(named) ? named : Path.GetDirectoryName(named) ?? named);
        var findings = new List<Diagnostic>(peers.Notes(parsed));
        if (named.TrimEnd('/') == root.TrimEnd('/') && EntryFolder.Find(root) is { } usual)
        {
            if (entry is null)
            {
                findings.Add(FluxCommandDiagnostics.EntryTaken(usual));
                named = Path.Join(root, usual);
            }
            else if (!KustomizationFolder.HasFile(new DiskTree(root), ""))
            {
                findings.Add(FluxCommandDiagnostics.NotTheEntry(entry, usual));
            }
        }

        using var keys = parsed.GetValue(decrypt) switch
        {
            true => FindKeys(world, root, findings),
            null when decryptsByItself => OwnKey(world, root, findings),
            _ => null,
        };
        var options = new FluxOptions
        {
            IsStrict = !parsed.GetValue(lax),
            OwnSources = OwnSources(world, parsed, root, findings),
            ClusterSecrets = parsed.GetValue(clusterSecrets) ?? [],
            AllowsMissingSecrets = parsed.GetValue(allowMissingSecrets),
            Placeholders =
                parsed.GetValue(placeholders) == "marked" ? PlaceholderStyle.Marked : PlaceholderStyle.DnsSafe,
            Keys = keys,
            Ignore = parsed.GetValue(ignoreFile) is { } file
                ? new IgnorePatterns(File.ReadAllText(world.Absolute(file), Encoding.UTF8))
                : null,
            Parallelism = parsed.GetValue(concurrency),
            Orphans = orphans,
        };
        if (new FindingsPrinter(world.Terminal).Print(findings) is var code and not ExitCode.Done)
        {
            return code;
        }

        var relative = Path.GetRelativePath(root, named);
        var cluster = FluxCluster.Build(new DiskTree(root), relative == "." ? "" : relative, options);
        new FindingsPrinter(world.Terminal).Print(OptionsCheck.Run(cluster, options));
        return run(cluster);
    }

    /// <summary>Whether an object of a namespace was asked for.</summary>
    public bool Includes(ParseResult parsed, string itsNamespace) =>
        parsed.GetValue(allNamespaces)
        || parsed.GetValue(inNamespace) is not { Length: > 0 } wanted
        || wanted == itsNamespace;

    /// <summary>Whether <c>--path</c> was given.</summary>
    public bool IsEntryGiven(ParseResult parsed) => parsed.GetResult(path) is { Implicit: false };

    /// <summary>The same, while the command line is still checked.</summary>
    public bool IsEntryGiven(CommandResult result) => result.GetResult(path) is { Implicit: false };

    /// <summary>Says that nothing is in the namespace that was asked for; null when something is, and when nothing is known at all.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="known">The namespaces of what the command shows.</param>
    public Diagnostic? NamespaceMistake(ParseResult parsed, IEnumerable<string> known)
    {
        var all = known.Where(static n => n.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
        return all.Count == 0 || all.Exists(n => Includes(parsed, n))
            ? null
            : FluxCommandDiagnostics.NoSuchNamespace(parsed.GetValue(inNamespace) ?? "", all);
    }

    private static SopsKeyRing FindKeys(World world, string root, List<Diagnostic> findings)
    {
        var keys = new SopsSurroundings(world).KeysBeside(root);
        findings.AddRange(keys.Diagnostics);
        if (keys.Diagnostics.Count == 0 && keys.Sources.All(static s => s.Problem is not null))
        {
            findings.Add(
                FluxCommandDiagnostics.NoKey(RepositoryRoot.Shown(world, root) is { Length: > 0 } s ? s : ".")
            );
        }

        return keys;
    }

    // Nothing is asked for and no other place is looked at: a test runs unattended, and as the repository is.
    private static SopsKeyRing? OwnKey(World world, string root, List<Diagnostic> findings)
    {
        var file = Path.Join(root, "age.key");
        if (!File.Exists(file))
        {
            return null;
        }

        var keys = new SopsSurroundings(world).Keys([Path.GetRelativePath(world.WorkingFolder, file)]);
        findings.AddRange(keys.Diagnostics);
        return keys;
    }

    // NAME or NAME=FOLDER, as flux-local takes them; the folder of the repository is the repository.
    private List<string> OwnSources(World world, ParseResult parsed, string root, List<Diagnostic> findings)
    {
        var own = new List<string>();
        foreach (var word in (parsed.GetValue(sources) ?? []).SelectMany(static s => s.Split(',')))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? word : word[..equals];
            if (equals < 0 || world.Absolute(word[(equals + 1)..]).TrimEnd('/') == root.TrimEnd('/'))
            {
                own.Add(name);
            }
            else
            {
                findings.Add(FluxCommandDiagnostics.SourceElsewhere(name, word[(equals + 1)..]));
            }
        }

        return own;
    }
}
