using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace HomeOps.EndToEnd;

/// <summary>A configured repository with everything a command may read, every secret of it known as a mark; made once, copied for each run.</summary>
public sealed class CanaryHousehold : IDisposable
{
    private readonly ScratchFolder scratch = new();
    private readonly List<string> marks;
    private readonly string secret;
    private int copies;

    public CanaryHousehold()
    {
        marks = CanaryTests.Planted(scratch);
        marks.AddRange(["canary-flat-90", "canary-plain-31", "canary-new-41"]);
        var home = scratch["home"];
        Run("configure");
        secret = Directory
            .EnumerateFiles(scratch["home/kubernetes"], "*.sops.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(home, f))
            .First(f => HomeOpsBinary.Run(home, "secrets", "decrypt", f).Output.Contains(marks[0]));
        Run("talos", "gensecret", "-o", "talos/talsecret.sops.yaml");
        marks.AddRange(
            TalosSecret()
                .Matches(HomeOpsBinary.Run(home, "secrets", "decrypt", "talos/talsecret.sops.yaml").Expect(0).Output)
                .Select(static m => m.Groups[1].Value)
        );
        Assert.True(marks.Count > 20, "the secrets of Talos are marks too");
        Run("talos", "genconfig");
        Run("age", "encrypt", "-i", "age.key", "-o", "in.age", "cluster.yaml");
        scratch.Write("home/kubernetes/flat.sops.yaml", "stringData:\n  TOKEN: canary-flat-90\n");
        scratch.Write("home/talos/flat.sops.yaml", "TOKEN: canary-flat-90\n");
        Run("secrets", "encrypt", "-i", "talos/flat.sops.yaml");
        File.Move(scratch["home/talos/flat.sops.yaml"], scratch["home/flat.sops.yaml"]);
        scratch.Write("home/kubernetes/plain.sops.yaml", "stringData:\n  a: canary-plain-31\n");
        scratch.Write(
            "home/kubernetes/apps/default/plain/kustomization.yaml",
            "secretGenerator:\n  - name: plain\n    literals: [\"a=canary-plain-31\"]\n"
        );
        scratch.Write("project/cluster.yaml", scratch.Read("home/cluster.yaml"));
        scratch.Write(
            "project/makejinja.toml",
            "[makejinja]\ninputs = ['t']\noutput = 'out'\ndata = ['cluster.yaml']\njinja_suffix = '.j2'\n"
        );
        scratch.Write("project/t/a.yaml.j2", "a: {{ repository_name }}\n");
    }

    public void Dispose() => scratch.Dispose();

    /// <summary>The repository as a command line wants it.</summary>
    internal CanaryCopy Copy(string line)
    {
        var folder = scratch[$"copy-{Interlocked.Increment(ref copies)}"];
        CopyTree(scratch["home"], Path.Join(folder, "home"));
        CopyTree(scratch["project"], Path.Join(folder, "project"));
        var home = Path.Join(folder, "home");
        var words = line.Split(' ').ToList();
        if (words[0] == "configure" && words.ElementAtOrDefault(1) is "conflict" or "broken")
        {
            var isBroken = words[1] == "broken";
            words.RemoveAt(1);
            ChangeInput(home, isBroken);
        }

        return new CanaryCopy(
            folder,
            Path.Join(folder, words[0] == "render" ? "project" : "home"),
            [.. words.Select(w => w.Replace("{secret}", secret, StringComparison.Ordinal))],
            marks
        );
    }

    // An edit with secrets in it stands in the way; or the inputs are no YAML beside their secrets.
    private void ChangeInput(string home, bool isBroken)
    {
        var input = Path.Join(home, "cluster.yaml");
        var text = File.ReadAllText(input);
        File.WriteAllText(
            input,
            isBroken
                ? text.Replace("cloudflare_token: ", "cloudflare_token: [", StringComparison.Ordinal)
                : text.Replace("\"dsr\"", "\"snat\"", StringComparison.Ordinal)
        );
        var release = Path.Join(home, "kubernetes/apps/kube-system/cilium/app/helmrelease.yaml");
        File.AppendAllText(release, $"# {marks[0]}\ntoken: canary-plain-31\n# {marks[5]}\n");
        File.WriteAllText(Path.Join(home, secret), $"stringData:\n  a: canary-plain-31\n  b: {marks[0]}\n");
    }

    private static void CopyTree(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Join(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
            File.Copy(file, target);
        }
    }

    private void Run(params string[] args) => HomeOpsBinary.Run(scratch["home"], args).Expect(0);

    // Keys, tokens and the beginning of certificates' private keys; certificates themselves are public.
    private static Regex TalosSecret() =>
        new(@"^ *(?:key|token|secret|bootstraptoken|secretboxencryptionsecret): (\S{20,60})", RegexOptions.Multiline);
}

/// <summary>One copy of the household, and the command that runs in it.</summary>
internal sealed class CanaryCopy(string top, string folder, string[] args, List<string> marks) : IDisposable
{
    private static readonly string[] Outlets =
    [
        "write",
        "pwrite64",
        "writev",
        "pwritev",
        "sendto",
        "sendmsg",
        "execve",
    ];

    private static readonly Dictionary<string, string> Editor = new() { ["EDITOR"] = "true" };

    // The new value is handed over on the command line by whoever calls homeops.
    private IEnumerable<string> Marks => args.Contains("set") ? marks.Where(static m => m != "canary-new-41") : marks;

    public (Outcome Outcome, string Log) Trace() => Strace.Trace(top, folder, Outlets, Editor, args);

    public Process Start()
    {
        var start = new ProcessStartInfo(HomeOpsBinary.Path, args)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = folder;
        start.Environment["EDITOR"] = "true";
        return Process.Start(start) ?? throw new InvalidOperationException("homeops did not start");
    }

    public void ExpectNone(string text, string where)
    {
        foreach (var mark in Marks)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            Assert.True(at < 0, $"'{mark}' is let out: {where}\n{(at < 0 ? "" : Around(text, at))}");
        }
    }

    /// <summary>Each file with a mark in it, and its content.</summary>
    public IReadOnlyDictionary<string, string> Marked() =>
        Directory
            .EnumerateFiles(top, "*", SearchOption.AllDirectories)
            .Select(static f => (Path: f, Text: File.ReadAllText(f, Encoding.Latin1)))
            .Where(f => marks.Exists(m => f.Text.Contains(m, StringComparison.Ordinal)))
            .ToDictionary(static f => f.Path, static f => f.Text, StringComparer.Ordinal);

    /// <summary>No file has got a mark but those that may.</summary>
    public void ExpectNoneOnDisk(IReadOnlyDictionary<string, string> before, string allowed, string line)
    {
        var found = Marked()
            .Where(f => before.GetValueOrDefault(f.Key) != f.Value)
            .Where(f => allowed.Length == 0 || !Regex.IsMatch(f.Key, allowed))
            .Select(static f => f.Key);
        Assert.True(!found.Any(), $"{line} leaves a secret in {string.Join(", ", found)}");
    }

    public void Dispose() => Directory.Delete(top, recursive: true);

    private static string Around(string text, int at) => text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 60)];
}
