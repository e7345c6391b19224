using HomeOps.Testing;
using HomeOps.Text;
using LineDifference = HomeOps.Testing.LineDifference;

namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>Random kustomizations give what they give in kubectl, byte for byte, or fail in both. HOMEOPS_FUZZ sets the number of trees.</summary>
public sealed class KustomizationPeerTests
{
    // A process each: one in eight of what other targets try.
    private static readonly int Trees = Math.Max(1, Fuzz.Count / 8);

    [Fact]
    public void Random_kustomizations_build_as_in_kubectl()
    {
        Kubectl.Require();
        var report = FuzzRun.Of(
            "kustomizations beside kubectl",
            Trees,
            static random =>
            {
                var tree = KustomizationGen.Tree(random.Next());
                var comparison = Comparison.Of(tree);
                if (comparison.Differs)
                {
                    var smaller = new TreeShrinker(t => Comparison.Of(t).IsLike(comparison)).Shrink(tree);
                    throw new InvalidOperationException(Comparison.Of(smaller).Describe(smaller));
                }

                return comparison.Ours is not null;
            }
        );
        TestContext.Current.TestOutputHelper?.WriteLine(report.ToString());
        Assert.True(
            Trees < 50 || report.Accepted * 3 > Trees,
            $"only {report.Accepted} trees can be built: they prove little"
        );
    }

    /// <summary>What both made of a tree; null for failure.</summary>
    private sealed record Comparison(string? Ours, string? Theirs, string Said, string Reason)
    {
        public bool Differs => Ours != Theirs;

        public static Comparison Of(Dictionary<string, string> files)
        {
            files = AsWritten(files);
            var result = KustomizeBuild.Run(CaseTree.Of(files), "", Kubectl.Options);
            var (theirs, error) = Kubectl.Build(files);
            return new Comparison(
                result.HasErrors ? null : result.ToYaml(),
                theirs,
                $"kubectl: {error}\nhere: {string.Join('\n', result.Diagnostics)}\n",
                string.Join(
                    ' ',
                    result.Diagnostics.Where(static d => d.Severity == Severity.Error).Select(static d => d.Code)
                ) + ReasonOf(error)
            );
        }

        /// <summary>Whether another differs in the same way: which of the two failed, and why.</summary>
        public bool IsLike(Comparison other) =>
            Differs
            && Ours is null == other.Ours is null
            && Theirs is null == other.Theirs is null
            && Reason == other.Reason;

        private static Dictionary<string, string> AsWritten(Dictionary<string, string> files) =>
            files.ToDictionary(
                static f => f.Key,
                static f =>
                    f.Key.EndsWith(BlockYaml.Extension, StringComparison.Ordinal) ? BlockYaml.Of(f.Value) : f.Value
            );

        // The beginning of what kubectl says last, for the rest names objects.
        private static string ReasonOf(string error)
        {
            var last = error.Split(": ")[^1];
            return last[..Math.Min(last.Length, 12)];
        }

        public string Describe(Dictionary<string, string> files) =>
            $"(tree)\n{string.Concat(AsWritten(files).Select(static f => $"=== {f.Key}\n{f.Value}"))}\n{Said}"
            + (Ours is null || Theirs is null ? "" : LineDifference.Between(Theirs, Ours));
    }
}
