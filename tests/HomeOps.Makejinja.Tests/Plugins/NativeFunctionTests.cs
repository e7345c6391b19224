using System.Text;

namespace HomeOps.Makejinja.Tests;

public class NativeFunctionTests
{
    [Theory]
    [InlineData("'x/a.yaml.j2'|basename", "a.yaml")]
    [InlineData("'a'|basename", "a")]
    [InlineData("'x/.hidden'|basename", ".hidden")]
    [InlineData("'10.0.0.0/24'|nthhost(1)", "10.0.0.1")]
    [InlineData("'10.0.0.77/24'|nthhost(0)", "10.0.0.0")]
    [InlineData("'10.0.0.0/24'|nthhost(255)", "10.0.0.255")]
    [InlineData("'10.0.0.0/24'|nthhost(256)", "False")]
    [InlineData("'10.0.0.0/24'|nthhost(-1)", "False")]
    [InlineData("'10.0.0.0/33'|nthhost(1)", "False")]
    [InlineData("'10.0.0.9'|nthhost(0)", "10.0.0.9")]
    [InlineData("'10.1'|nthhost(0)", "False")]
    [InlineData("'fd00::/64'|nthhost(1)", "fd00::1")]
    [InlineData("'fd00::/64'|nthhost(18446744073709551616)", "False")]
    [InlineData("none|nthhost(1)", "False")]
    public void Filters_of_home_ops(string expression, string printed) =>
        Assert.Equal(printed, WithPlugin().Text($"{{{{ {expression} }}}}"));

    [Fact]
    public void Both_keys_of_an_age_identity_file()
    {
        var project = WithPlugin(("age.key", "# created: today\n# public key: age1abc09\nAGE-SECRET-KEY-1ABC\n"));

        Assert.Equal("age1abc09 AGE-SECRET-KEY-1ABC", project.Text("{{ age_key('public') }} {{ age_key('private') }}"));
    }

    [Fact]
    public void A_post_quantum_identity_is_taken_whole()
    {
        var project = WithPlugin(("k", "# public key: age1pq1xy\nAGE-SECRET-KEY-PQ-1XY\n"));

        Assert.Equal(
            "age1pq1xy AGE-SECRET-KEY-PQ-1XY",
            project.Text("{{ age_key('public', 'k') }} {{ age_key('private', file_path='k') }}")
        );
    }

    [Theory]
    [InlineData("age_key('public')", "File not found: age.key")]
    [InlineData("age_key('other', 'empty')", "age_key: 'other' is neither 'public' nor 'private'")]
    [InlineData("age_key('private', 'empty')", "age_key: there is no private key in 'empty'")]
    [InlineData("age_key('private', '../x')", "file: '../x' is outside of the working folder")]
    [InlineData("deploy_key('empty')", "deploy_key: the file 'empty' is empty")]
    [InlineData("cloudflare_tunnel_id('empty')", "cloudflare_tunnel_id: 'empty' is not a JSON object")]
    [InlineData("cloudflare_tunnel_secret('tunnel')", "cloudflare_tunnel_secret: 'tunnel' has no TunnelSecret")]
    public void What_is_missing_is_named_and_nothing_secret_is_shown(string call, string message)
    {
        var project = WithPlugin(
            ("empty", "\n"),
            ("tunnel", """{"AccountTag": "hush", "TunnelID": "t", "TunnelSecret": ""}""")
        );
        project.Tree.Add("in/a.jinja", $"{{{{ {call} }}}}");

        Assert.Equal([$"in/a.jinja:1:4: error HO0307: {message}"], project.Findings());
    }

    [Theory]
    [InlineData("age_key('public')", "make it with `homeops init`, or `homeops secrets keygen -o age.key`")]
    [InlineData("github_deploy_key()", "make it with `homeops init`")]
    [InlineData("deploy_key()", "make the file, or correct the path; it is relative to the working folder")]
    public void How_a_missing_file_is_made_is_told(string call, string hint)
    {
        var project = WithPlugin();
        project.Tree.Add("in/a.jinja", $"{{{{ {call} }}}}");

        Assert.Equal(hint, Assert.Single(project.Render().Diagnostics).Hint);
    }

    [Fact]
    public void A_tunnel_token_is_the_json_that_cloudflared_takes()
    {
        var project = WithPlugin(
            (
                "cloudflare-tunnel.json",
                """{"TunnelSecret": "s\"é", "AccountTag": "a", "TunnelID": "t", "Endpoint": ""}"""
            )
        );

        Assert.Equal(
            "t " + Convert.ToBase64String(Encoding.ASCII.GetBytes("""{"a":"a","t":"t","s":"s\"\u00e9"}""")),
            project.Text("{{ cloudflare_tunnel_id() }} {{ cloudflare_tunnel_secret() }}")
        );
    }

    [Fact]
    public void Files_of_text_are_given_without_white_space_around_them()
    {
        var project = WithPlugin(
            ("github-deploy.key", "\n1 \n"),
            ("github-push-token.txt", "2\n"),
            ("deploy.key", "3\r\n"),
            ("flux-webhook-token.txt", " 4")
        );

        Assert.Equal(
            "1 2 3 4",
            project.Text("{{ github_deploy_key() }} {{ github_push_token() }} {{ deploy_key() }} {{ webhook_token() }}")
        );
    }

    [Fact]
    public void Patches_are_listed_by_path()
    {
        var project = WithPlugin(
            ("templates/config/talos/patches/global/b.yaml.j2", ""),
            ("templates/config/talos/patches/global/a.yaml.j2", ""),
            ("templates/config/talos/patches/global/README.md", ""),
            ("templates/config/talos/patches/global/sub/c.yaml.j2", "")
        );

        Assert.Equal(
            "['templates/config/talos/patches/global/a.yaml.j2', 'templates/config/talos/patches/global/b.yaml.j2'] []",
            project.Text("{{ talos_patches('global') }} {{ talos_patches('none') }}")
        );
    }

    [Fact]
    public void Defaults_of_home_ops_fill_in_what_is_absent()
    {
        var project = WithPlugin(
            (
                "d.yaml",
                "node_cidr: 10.1.0.0/16\nnodes: [{}, {}]\ncluster_pod_cidr: 10.9.0.0/16\nnode_dns_servers: null\n"
            )
        );
        project.Overrides.Add(new OptionOverride("data", ["d.yaml"]));

        Assert.Equal(
            "10.1.0.1 None ['162.159.200.1', '162.159.200.123'] 10.9.0.0/16 10.43.0.0/16 main public dsr False True",
            project.Text(
                "{{ node_default_gateway }} {{ node_dns_servers }} {{ node_ntp_servers }} {{ cluster_pod_cidr }} {{ cluster_svc_cidr }} "
                    + "{{ repository_branch }} {{ repository_visibility }} {{ cilium_loadbalancer_mode }} {{ cilium_bgp_enabled }} {{ spegel_enabled }}"
            )
        );
    }

    [Fact]
    public void Bgp_is_on_when_all_three_of_its_values_are_given()
    {
        var project = WithPlugin(
            (
                "d.yaml",
                "node_cidr: 10.1.0.0/16\ncilium_bgp_router_addr: 10.1.0.1\ncilium_bgp_router_asn: '1'\ncilium_bgp_node_asn: 2\n"
            )
        );
        project.Overrides.Add(new OptionOverride("data", ["d.yaml"]));

        Assert.Equal("True False", project.Text("{{ cilium_bgp_enabled }} {{ spegel_enabled }}"));
    }

    [Fact]
    public void Other_data_are_left_alone()
    {
        var project = WithPlugin(("d.yaml", "x: 1\n"));
        project.Overrides.Add(new OptionOverride("data", ["d.yaml"]));

        Assert.Equal("False", project.Text("{{ repository_branch is defined }}"));
    }

    [Fact]
    public void Host_keys_of_the_forges_stand_before_the_users_own()
    {
        var project = WithPlugin(("d.yaml", "repository: {known_hosts: 'git.example.org ssh-ed25519 AAAA'}\n"));
        project.Overrides.Add(new OptionOverride("data", ["d.yaml"]));

        var lines = project.Text("{{ repository.known_hosts }}").Split('\n');

        Assert.Equal(10, lines.Length);
        Assert.Equal(
            ["github.com", "gitlab.com", "codeberg.org", "git.example.org"],
            lines.Select(static l => l.Split(' ')[0]).Distinct()
        );
    }

    [Fact]
    public void Data_given_whole_take_the_place_of_the_files()
    {
        var project = WithPlugin(("d.yaml", "x: 1\ny: 1\n"), ("v.json", """{"x": 2}"""));
        project.Tree.Add("in/a.jinja", "{{ x }}{{ y }}");
        var config = project.Load();
        var data = MakejinjaProject.ReadData(project.Tree, "v.json", new List<HomeOps.Text.Diagnostic>());

        var tree = MakejinjaProject.Render(
            config.Options,
            project.Tree,
            project.Environment,
            MakejinjaProject.PluginFor(config.Options, project.Tree).WithData(data)
        );

        Assert.Equal("2", Assert.Single(tree.Files.All).Text);
    }

    [Fact]
    public void Functions_of_python_are_found_by_their_definition() =>
        Assert.Equal(
            ["a", "b", "c", "d"],
            PythonSource.Functions(
                "def a():\n    def b (x):\n  async def c[T](x): pass\n# def no()\nx = 'def no2('\nundef(1)\ndef  d(\n"
            )
        );

    private static Project WithPlugin(params (string Path, string Text)[] files) =>
        Project.With("inputs = [\"in\"]\nloaders = [\"plugin:Plugin\"]\n", [("in/a.jinja", ""), .. files]);
}
