namespace HomeOps.Kustomize.Tests.Peers;

/// <summary>The trees in Cases/Built give what they give in kubectl.</summary>
public sealed class BuiltCasePeerTests
{
    [Theory]
    [MemberData(nameof(BuiltCases.Cases), MemberType = typeof(BuiltCases))]
    public void Builds_what_kubectl_builds(string name)
    {
        Kubectl.Require();
        var files = CaseTree.Files(BuiltCases.Text(name));
        var result = KustomizeBuild.Run(CaseTree.Of(files), "", Kubectl.Options);
        var (theirs, error) = Kubectl.Build(files);
        Assert.True(theirs is not null, error);
        Assert.Equal(theirs, result.ToYaml());
    }
}
