using HomeOps.Files;
using HomeOps.Testing;
using HomeOps.Text;

namespace HomeOps.Flux.Tests.ResourceSets;

/// <summary>One broken ResourceSet for each finding; what is printed is the golden file, which the pages of the documentation show.</summary>
public sealed class BrokenResourceSetTests
{
    private const string Space = "{apiVersion: v1, kind: Namespace, metadata: {name: a}}";

    private static readonly (string Code, string Spec, string Others)[] Cases =
    [
        ("HO1650", $"resources: [{Space}]", ""),
        (
            "HO1651",
            From("pulls") + Make("<< inputs.id >>"),
            Provider("pulls", "type: GitLabTag\n  url: https://git.example.com/me/app")
        ),
        ("HO1652", From("pull") + Make("<< inputs.id >>"), Provider("pulls", "type: Static")),
        ("HO1653", "inputsFrom: [{kind: ResourceSetInputProvider}]\n  " + Make("a"), ""),
        ("HO1654", "inputs: [{tenant: a}]\n  " + Make("web-<< inputs.tennant >>"), ""),
        ("HO1655", "inputs: [{text: 'a: b'}]\n  " + Make("<< inputs.text >>"), ""),
        (
            "HO1656",
            "resources:\n  - apiVersion: fluxcd.controlplane.io/v1\n    kind: ResourceSet\n    metadata: {name: set, namespace: flux-system}\n    spec: {}",
            ""
        ),
        (
            "HO1657",
            "inputStrategy: {name: Permute}\n  " + From("a") + "- name: b\n  " + Make("<< inputs.id >>"),
            Provider("a", "type: Static") + Exported(101) + "---\n" + Provider("b", "type: Static") + Exported(100)
        ),
        ("HO1658", "inputs: [{a: b}]", ""),
        ("HO1659", $"steps: [{{name: first, resources: [{Space}]}}]\n  resources: [{Space}]", ""),
        (
            "HO1660",
            "resources:\n  - apiVersion: v1\n    kind: Secret\n    metadata:\n      name: a\n      namespace: b\n      annotations: {fluxcd.controlplane.io/copyFrom: flux-system/a}",
            ""
        ),
        (
            "HO1661",
            "resources:\n  - apiVersion: v1\n    kind: Secret\n    metadata:\n      name: a\n      namespace: b\n      annotations: {fluxcd.controlplane.io/copyFrom: a}",
            ""
        ),
        (
            "HO1662",
            $"steps:\n  - name: first\n    resources: [{Space}]\n  - name: second\n    resources: [{Space}]",
            ""
        ),
        ("HO1663", "inputStrategy: {name: Permutate}\n  " + $"resources: [{Space}]", ""),
        (
            "HO1664",
            $"dependsOn: [{{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, name: webs.example.com}}]\n  resources: [{Space}]",
            ""
        ),
    ];

    public static TheoryData<string> Codes() => [.. Cases.Select(static c => c.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_broken_ResourceSet_gives_its_finding(string code)
    {
        var (_, spec, others) = Array.Find(Cases, c => c.Code == code);
        var tree = new MemoryTree();
        tree.Add("cluster/set.yaml", Set(spec, code == "HO1650"));
        tree.Add("cluster/others.yaml", others);

        var findings = FluxCluster.Build(tree, "cluster").Diagnostics.Ordered();

        var text = new StringWriter { NewLine = "\n" };
        foreach (var finding in findings)
        {
            DiagnosticPrinter.Print(text, finding);
        }

        Assert.Contains(code, findings.Select(static d => d.Code));
        Golden.Verify($"Cases/{code}.expected", text.ToString());
    }

    [Theory]
    [InlineData("inputs: text", "HO0909: spec.inputs must be a list of maps")]
    [InlineData("wat: 1", "HO0910: 'wat' is no field of spec")]
    [InlineData("inputStrategy: {}", "HO0908: spec.inputStrategy.name is missing")]
    [InlineData("dependsOn: [{name: a}]", "HO0908: spec.dependsOn.apiVersion is missing")]
    [InlineData(
        "dependsOn: [{apiVersion: fluxcd.controlplane.io/v1, kind: ResourceSet, name: sett, namespace: flux-system}]",
        "HO0916: dependsOn names ResourceSet flux-system/sett, which does not exist"
    )]
    [InlineData(
        "dependsOn: [{apiVersion: fluxcd.controlplane.io/v1, kind: ResourceSet, name: set, namespace: flux-system}]",
        "HO0917: these wait for each other for ever: flux-system/set -> flux-system/set"
    )]
    [InlineData("resourcesTemplate: '<< if >>'", "HO1654: 'if': '' is not understood")]
    [InlineData(
        "resourcesTemplate: '<< range until 100000 >><< range until 100000 >>x<< end >><< end >>'",
        "HO1654: 'range until 100000': its templates carry out more than 5000000 actions"
    )]
    [InlineData(
        "resourcesTemplate: '<< range until 100 >><< repeat 1000000 \"x\" >><< end >>'",
        "HO1654: 'repeat 1000000 \"x\"': the result is longer than 64 MiB"
    )]
    [InlineData(
        "resourcesTemplate: '<< repeat 600000 \"[\" >>'",
        "HO1655: what the template makes is no Kubernetes object: collections are nested deeper than 1000 levels"
    )]
    public void A_mistake_is_named(string line, string expected)
    {
        var tree = new MemoryTree();
        var more = line.StartsWith("resourcesTemplate", StringComparison.Ordinal) ? "" : $"\n  resources: [{Space}]";
        tree.Add("cluster/set.yaml", Set(line + more, isOff: false));

        var reason = Assert.Single(FluxCluster.Build(tree, "cluster").ResourceSets).Reason;

        Assert.Equal(expected, $"{reason?.Code}: {reason?.Message}");
    }

    [Fact]
    public void Another_Kustomization_may_not_have_it_too()
    {
        var tree = new MemoryTree();
        tree.Add(
            "cluster/set.yaml",
            Set($"resources: [{Space}]", isOff: false) + "---\n" + Set($"resources: [{Space}]", isOff: false)
        );

        var codes = FluxCluster.Build(tree, "cluster").Diagnostics.Ordered().Select(static d => d.Code);

        Assert.Contains(codes, static c => c == "HO0746");
    }

    private static string From(string name) => $"inputsFrom:\n  - name: {name}\n  ";

    private static string Make(string name) =>
        $"resources:\n  - apiVersion: v1\n    kind: Namespace\n    metadata:\n      name: {name}";

    private static string Exported(int count) =>
        "status:\n  exportedInputs: ["
        + string.Join(", ", Enumerable.Range(0, count).Select(static i => $"{{id: '{i}'}}"))
        + "]\n";

    private static string Set(string spec, bool isOff) =>
        $$"""
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSet
            metadata:
              name: set
              namespace: flux-system
              annotations: { fluxcd.controlplane.io/reconcile: {{(isOff ? "disabled" : "enabled")}} }
            spec:
              {{spec}}

            """;

    private static string Provider(string name, string spec) =>
        $$"""
            apiVersion: fluxcd.controlplane.io/v1
            kind: ResourceSetInputProvider
            metadata:
              name: {{name}}
              namespace: flux-system
            spec:
              {{spec}}

            """;
}
