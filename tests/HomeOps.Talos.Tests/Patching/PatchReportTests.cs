namespace HomeOps.Talos.Tests.Patching;

/// <summary>Which patch set which key last and what it took the place of (issue 6; order of application: talos.md 1.5).</summary>
public sealed class PatchReportTests
{
    private static readonly GenConfigOptions Traced = new() { TracesPatches = true };

    [Fact]
    public void It_names_the_last_patch_and_those_it_overrode_the_latest_first()
    {
        var result = Workbench.Run(
            Workbench.Talconfig(top: "patches: ['@all.yaml']\ncontrolPlane: {patches: ['@group.yaml']}"),
            Traced,
            ("all.yaml", "machine:\n  env:\n    A: all\n"),
            ("group.yaml", "machine:\n  env:\n    A: group\n    B: group\n")
        );
        Assert.Equal(
            """
            control0:
              machine.env.A  talos/all.yaml:3, over talos/group.yaml:3
              machine.env.B  talos/group.yaml:4
            worker0:
              machine.env.A  talos/all.yaml:3

            """.ReplaceLineEndings("\n"),
            PatchReport.Text(result.Nodes)
        );
    }

    [Fact]
    public void Nodes_that_were_patched_alike_stand_together()
    {
        var result = Workbench.Run(
            Workbench.Talconfig(top: "patches: ['@p.yaml']"),
            Traced,
            ("p.yaml", "debug: true\n---\napiVersion: v1alpha1\nkind: LinkConfig\nname: eth0\nmtu: 9000\n")
        );
        Assert.Equal(
            """
            control0, worker0:
              debug  talos/p.yaml:1, over a default
              LinkConfig/eth0: mtu  talos/p.yaml:6
              LinkConfig/eth0: name  talos/p.yaml:5

            """.ReplaceLineEndings("\n"),
            PatchReport.Text(result.Nodes)
        );
    }

    [Fact]
    public void What_a_patch_removes_is_told_with_the_place_of_the_delete()
    {
        var result = Workbench.Run(
            Workbench.Talconfig(node: "patches: ['@d.yaml']"),
            Traced,
            ("d.yaml", "debug: true\ncluster:\n  apiServer:\n    auditPolicy:\n      $$patch: delete\n")
        );
        Assert.Equal(
            [
                "cluster.apiServer.auditPolicy.apiVersion removed talos/d.yaml:5",
                "cluster.apiServer.auditPolicy.kind removed talos/d.yaml:5",
                "cluster.apiServer.auditPolicy.rules[0].level removed talos/d.yaml:5",
                "debug set talos/d.yaml:1",
            ],
            result
                .Nodes[0]
                .Patched.Select(static k =>
                    $"{k.Path} {(k.IsRemoved ? "removed" : "set")} {k.By.Path}:{k.By.Start.Line}"
                )
        );
        Assert.All(result.Nodes[0].Patched, static k => Assert.True(k.WasGenerated));
    }

    [Fact]
    public void A_JSON6902_operation_and_a_setting_of_talconfig_are_named_too()
    {
        var result = Workbench.Run(
            Workbench.Talconfig(
                top: "patches: ['@j.yaml']",
                node: "machineFiles: [{content: x, permissions: 0o600, path: /var/x, op: create}]"
            ),
            Traced,
            ("j.yaml", "- op: replace\n  path: /machine/files/0/op\n  value: append\n")
        );
        var key = Assert.Single(result.Nodes[0].Patched);
        Assert.Equal("machine.files[0].op", key.Path);
        Assert.Equal("talos/j.yaml:1", $"{key.By.Path}:{key.By.Start.Line}");
        Assert.Equal("talos/talconfig.yaml", Assert.Single(key.Over).Path);
    }

    [Fact]
    public void An_item_that_moves_up_in_its_list_was_not_set_anew()
    {
        var result = Workbench.Run(
            Workbench.Talconfig(node: "patches: ['@a.yaml', '@b.yaml']"),
            Traced,
            ("a.yaml", "machine: {kernel: {modules: [{name: zfs}, {name: nbd}]}}\n"),
            ("b.yaml", "machine: {kernel: {modules: [{name: zfs, $$patch: delete}]}}\n")
        );
        Assert.Equal(
            ["machine.kernel.modules[0].name talos/a.yaml", "machine.kernel.modules[1].name talos/b.yaml removed"],
            result.Nodes[0].Patched.Select(static k => $"{k.Path} {k.By.Path}{(k.IsRemoved ? " removed" : "")}")
        );
    }

    [Fact]
    public void Nobody_asked_nothing_told() =>
        Assert.Equal("", PatchReport.Text(Workbench.Run(Workbench.Talconfig(top: "patches: ['debug: true']")).Nodes));
}
