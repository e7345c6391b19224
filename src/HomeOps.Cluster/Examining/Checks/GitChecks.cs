using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>Git: the program, whose name stands in a commit, where the repository is pushed to, hooks.</summary>
internal static class GitChecks
{
    public static IEnumerable<DoctorCheck> Run(DoctorRequest request, DiskTree tree, string? repository)
    {
        yield return request.GitVersion is null
            ? new DoctorCheck(
                "git",
                DoctorState.Warning,
                "there is no git on PATH",
                "install git; the repository is pushed with it"
            )
            : new DoctorCheck("git", DoctorState.Good, request.GitVersion.Trim());
        if (tree.Find(".git") is not { } entry)
        {
            yield return new DoctorCheck(
                "git repository",
                DoctorState.Warning,
                "this folder is none yet",
                "git init --initial-branch=main; Flux reads the cluster from the repository"
            );
            yield break;
        }

        // A linked worktree keeps its configuration in the main one.
        if (entry.Kind != EntryKind.Folder)
        {
            yield break;
        }

        var config = GitConfig.Read(request, tree);
        yield return Identity(request, config);
        yield return Remote(config, repository);
        yield return Hook(tree, config);
    }

    private static DoctorCheck Identity(DoctorRequest request, GitConfig config)
    {
        const string Name = "git identity";
        var name = request.Environment.GetValueOrDefault("GIT_AUTHOR_NAME") ?? config["user.name"];
        var mail = request.Environment.GetValueOrDefault("GIT_AUTHOR_EMAIL") ?? config["user.email"];
        return name is null || mail is null
            ? new DoctorCheck(
                Name,
                DoctorState.Warning,
                $"git does not know your {(name is null ? "name" : "mail address")}",
                "git config --global user.name \"Your Name\"; git config --global user.email you@example.org"
            )
            : new DoctorCheck(Name, DoctorState.Good, $"commits are by {name}");
    }

    private static DoctorCheck Remote(GitConfig config, string? repository)
    {
        const string Name = "git remote";
        if (config["remote.origin.url"] is not { } url)
        {
            return new DoctorCheck(
                Name,
                DoctorState.Warning,
                "the repository has no remote named origin",
                $"git remote add origin git@github.com:{repository ?? "OWNER/NAME"}.git"
            );
        }

        var path = (url.EndsWith(".git", StringComparison.Ordinal) ? url[..^4] : url).TrimEnd('/');
        if (repository is null)
        {
            return new DoctorCheck(Name, DoctorState.Good, "origin is set");
        }

        return
            path.EndsWith("/" + repository, StringComparison.OrdinalIgnoreCase)
            || path.EndsWith(":" + repository, StringComparison.OrdinalIgnoreCase)
            ? new DoctorCheck(Name, DoctorState.Good, $"origin is {repository}, as cluster.yaml says")
            : new DoctorCheck(
                Name,
                DoctorState.Warning,
                $"origin is not {repository}, which cluster.yaml tells Flux to follow",
                "correct repository_name in cluster.yaml, or `git remote set-url origin`"
            );
    }

    private static DoctorCheck Hook(DiskTree tree, GitConfig config)
    {
        const string Name = "git hook";
        var folder = config["core.hookspath"] ?? ".git/hooks";
        var path = Path.IsPathFullyQualified(folder) ? folder : Path.Join(tree.Folder, folder);
        return File.Exists(Path.Join(path, "pre-commit"))
            ? new DoctorCheck(Name, DoctorState.Good, "a pre-commit hook runs before each commit")
            : new DoctorCheck(
                Name,
                DoctorState.Note,
                "there is no pre-commit hook",
                "one that runs `homeops configure --check` keeps plain secrets and forgotten changes out of commits"
            );
    }
}
