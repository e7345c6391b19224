using HomeOps.Age;
using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>What <see cref="Configure"/> is asked to do.</summary>
public sealed record ConfigureRequest
{
    /// <summary>Absolute path of the folder with cluster.yaml, nodes.yaml and the keys.</summary>
    public required string Folder { get; init; }

    /// <summary>
    /// Absolute path of the folder that gets the repository; null for <see cref="Folder"/>. Another folder is made when absent, and
    /// becomes a complete repository: the inputs are copied into it. Keys are looked for there first.
    /// </summary>
    public string? Into { get; init; }

    /// <summary>Whether keys and tokens that are missing are made, in the folder of the repository.</summary>
    public bool CreateKeys { get; init; }

    /// <summary>Whether an age key that is made is a classic X25519 key instead of a post-quantum one.</summary>
    public bool ClassicKey { get; init; }

    /// <summary>Whether nothing is written and pending changes give exit code 3.</summary>
    public bool Check { get; init; }

    /// <summary>Whether nothing is written.</summary>
    public bool DryRun { get; init; }

    /// <summary>What happens to files that a person edited since homeops wrote them.</summary>
    public ConflictRule Conflicts { get; init; }

    /// <summary>Asked once about a plan with changes; nothing is written unless it says yes. Null: nobody is asked.</summary>
    public Func<FileSetPlan, bool>? Approve { get; init; }

    /// <summary>Told the name of each step as it begins. Null: nobody listens.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Earlier versions of the repository's files, asked when an edit is in the way. Null: there are none.</summary>
    public IFileHistory? History { get; init; }

    /// <summary>How <see cref="Folder"/> is called in findings; empty when its files are shown without it.</summary>
    public string ShownFolder { get; init; } = string.Empty;

    /// <summary>The environment, which templates of a makejinja project see as <c>env</c>.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Where it is remembered what passed the checks, so that they are not made again for the same content. Null: nowhere.</summary>
    public CheckMemory? Memory { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Randomness for keys; pass <c>RandomNumberGenerator.Fill</c>.</summary>
    public required RandomFill Random { get; init; }
}
