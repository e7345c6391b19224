using HomeOps.Files;
using HomeOps.Jinja.Values;

namespace HomeOps.Makejinja;

/// <summary>
/// What a plugin adds to a project: filters, global functions, and a last change to the data, as makejinja's plugin protocol has them (filters(), functions(),
/// data()). Its tests, policies and path_filters are Python and have nothing here.
/// </summary>
public sealed class MakejinjaPlugin
{
    /// <summary>Adds nothing.</summary>
    public static MakejinjaPlugin None { get; } = new();

    /// <summary>Filters by name.</summary>
    public IReadOnlyDictionary<string, Filter> Filters { get; init; } =
        new Dictionary<string, Filter>(StringComparer.Ordinal);

    /// <summary>Global functions by name.</summary>
    public IReadOnlyDictionary<string, Function> Functions { get; init; } =
        new Dictionary<string, Function>(StringComparer.Ordinal);

    /// <summary>Completes or replaces the data, file data apart, before anything is rendered; what it returns are the globals of all templates.</summary>
    public Func<PyDict, PyDict> Data { get; init; } = static data => data;

    /// <summary>The same over data that are given whole, whatever the project's data files say.</summary>
    public MakejinjaPlugin WithData(PyDict data) =>
        new()
        {
            Filters = Filters,
            Functions = Functions,
            Data = _ => Data(data),
        };

    /// <summary>
    /// The functions that the plugins of the home-ops and cluster-template projects have, written for homeops. They read the keys and
    /// tokens of the working folder when a template calls them.
    /// </summary>
    public static MakejinjaPlugin HomeOperations(FileTree workingFolder)
    {
        var files = new SecretFiles(workingFolder);
        return new MakejinjaPlugin
        {
            Filters = new Dictionary<string, Filter>(StringComparer.Ordinal)
            {
                ["basename"] = NetworkFilters.BaseName,
                ["nthhost"] = NetworkFilters.NthHost,
            },
            Functions = new Dictionary<string, Function>(StringComparer.Ordinal)
            {
                ["age_key"] = files.AgeKey,
                ["cloudflare_tunnel_id"] = files.TunnelId,
                ["cloudflare_tunnel_secret"] = files.TunnelSecret,
                ["github_deploy_key"] = files.Text("github_deploy_key", "github-deploy.key"),
                ["github_push_token"] = files.Text("github_push_token", "github-push-token.txt"),
                ["deploy_key"] = files.Text("deploy_key", "deploy.key"),
                ["webhook_token"] = files.Text("webhook_token", "flux-webhook-token.txt"),
                ["talos_patches"] = new TalosPatches(workingFolder).List,
            },
            Data = static data => ForgeHostKeys.AddTo(ClusterTemplateDefaults.AddTo(HomeOpsDefaults.AddTo(data))),
        };
    }
}
