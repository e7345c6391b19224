using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>Every finding of a build, one method for each mistake.</summary>
internal static partial class KustomizeDiagnostics
{
    public static Diagnostic NoFolder(string folder) =>
        Error("HO0701", $"there is no folder '{folder}'", null, "name a folder that holds a kustomization.yaml");

    public static Diagnostic NoFile(string folder, Location? at) =>
        Error(
            "HO0702",
            $"'{folder}' has no kustomization.yaml, kustomization.yml or Kustomization",
            at,
            "add one that lists the folder's files under 'resources'"
        );

    public static Diagnostic SeveralFiles(string folder, string first, string second, string path) =>
        Error("HO0703", $"'{folder}' has both {first} and {second}", Location.OfFile(path), "keep one of them");

    public static Diagnostic NoSuchFile(string path, Location? at) =>
        Error("HO0704", $"there is no file '{path}'", at, "paths are relative to the folder of the kustomization");

    public static Diagnostic NoSuchResource(string path, Location? at) =>
        Error(
            "HO0705",
            $"there is neither a file nor a folder '{path}'",
            at,
            "paths are relative to the folder of the kustomization"
        );

    public static Diagnostic FolderNotFile(string path, Location? at) =>
        Error("HO0706", $"'{path}' is a folder; a file is needed here", at);

    public static Diagnostic FileNotFolder(string path, Location? at) =>
        Error("HO0707", $"'{path}' is a file; a folder with a kustomization is needed here", at);

    public static Diagnostic NotRegular(string path, Location? at) =>
        Error("HO0708", $"'{path}' is neither a file nor a folder, or a link that leads out of the tree", at);

    public static Diagnostic NotReadable(string path, string reason, Location? at) =>
        Error("HO0709", $"'{path}' cannot be read: {reason}", at);

    public static Diagnostic NotUtf8(string path, byte first, Location at) =>
        Error(
            "HO1709",
            $"'{path}' is not UTF-8 text: no character begins with the byte 0x{first:x2}",
            at,
            "save the file as UTF-8; what is no text goes into a ConfigMap by its generator's 'files'"
        );

    public static Diagnostic OutsideTree(string path, Location? at) =>
        Error("HO0710", $"'{path}' leads out of the tree", at, "refer to files inside the repository only");

    public static Diagnostic OutsideFolder(string path, string folder, Location? at) =>
        Error(
            "HO0711",
            $"'{path}' is not in or below '{folder}'",
            at,
            "move the file there, or make its folder a kustomization of its own"
        );

    public static Diagnostic Remote(string path, Location? at) =>
        Error(
            "HO0712",
            $"'{RemoteReference.WithoutPassword(path)}' is on another machine and is not fetched",
            Shown(path, at),
            "`homeops kustomize build --remote-bases` fetches it; or copy what it holds into the repository"
        );

    public static Diagnostic Cycle(string folder, string visited, Location? at) =>
        Error(
            "HO0713",
            folder == visited
                ? $"'{folder}' leads back to itself"
                : $"'{folder}' contains '{visited}', which leads to it",
            at,
            "remove one of the references"
        );

    public static Diagnostic TooDeep(string folder, int limit, Location? at) =>
        Error("HO0714", $"'{folder}' is reached through more than {limit} kustomizations", at);

    public static Diagnostic TooManyFolders(int limit, Location? at) =>
        Error(
            "HO1700",
            $"the build goes through more than {limit} folders",
            at,
            "a folder that others include twice is built twice, with all it includes"
        );

    public static Diagnostic NotFetched(string path, string reason, Location? at) =>
        Error("HO0798", $"'{RemoteReference.WithoutPassword(path)}' cannot be fetched: {reason}", Shown(path, at));

    public static Diagnostic TooLarge(string path, int limit, Location? at) =>
        Error(
            "HO0799",
            $"'{path}' is larger than {limit / 1024 / 1024} MiB",
            at,
            "split it; the API server takes no object of this size"
        );

    /// <summary>A field that has a newer name.</summary>
    public static Diagnostic Deprecated(string old, string current, Location at) =>
        Diagnostic.Warning("HO0700", $"'{old}' is deprecated", at, $"use '{current}'");

    // The line that is shown with a finding must not show the password of an address in it.
    private static Location? Shown(string path, Location? at) =>
        RemoteReference.WithoutPassword(path) == path ? at : at?.Hidden();

    private static Diagnostic Error(string code, string message, Location? at, string? hint = null) =>
        Diagnostic.Error(code, message, at, hint);
}
