using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Findings about the files beside cluster.yaml: keys, tokens, tunnel credentials. No content is ever shown.</summary>
internal static class InputFileDiagnostics
{
    public static Diagnostic Missing(string name, Location place) =>
        Diagnostic.Error("HO1201", $"there is no {name}", place, HowToGet(name));

    public static Diagnostic Empty(string name, Location place) =>
        Diagnostic.Error("HO1202", $"{name} is empty", place, HowToGet(name));

    public static Diagnostic NotJson(Location place, long line) =>
        Diagnostic.Error(
            "HO1203",
            $"{TunnelFile.FileName} is not JSON: line {line} cannot be read",
            place,
            HowToGet(TunnelFile.FileName)
        );

    public static Diagnostic NotTunnelFile(Location place, IReadOnlyList<string> missing) =>
        Diagnostic.Error(
            "HO1204",
            $"{TunnelFile.FileName} has no {string.Join(", ", missing)}",
            place,
            HowToGet(TunnelFile.FileName)
        );

    public static Diagnostic NotPrivateKey(Location place) =>
        Diagnostic.Error(
            "HO1205",
            $"{DeployKey.FileName} holds no private key",
            place,
            "the private key begins with -----BEGIN; the line that begins with ssh- belongs into "
                + DeployKey.PublicFileName
        );

    public static Diagnostic ReadableByOthers(string name, Location place) =>
        Diagnostic.Warning(
            "HO1206",
            $"{name} can be read by other users of this machine",
            place,
            $"make it private with `chmod 600 {name}`"
        );

    public static Diagnostic Unreadable(string name, string reason, Location place) =>
        Diagnostic.Error(
            "HO1207",
            $"{name} cannot be read: {reason}",
            place,
            "remove the cause and run the command again; nothing was written"
        );

    public static Diagnostic NotUtf8(string name, Location place) =>
        Diagnostic.Error("HO1208", $"{name} is not UTF-8 text", place, "save it as UTF-8");

    public static Diagnostic InputDiffers(string name, string source, Location place) =>
        Diagnostic.Error(
            "HO1209",
            $"{name} differs from {source}",
            place,
            "to work on the copy, run configure in its folder; to start over, remove the copy"
        );

    public static Diagnostic NoFolder(string folder) =>
        Diagnostic.Error("HO1210", $"there is no folder '{folder}'", null, "name the folder that holds cluster.yaml");

    public static Diagnostic OtherRecipient(Location place) =>
        Diagnostic.Error(
            "HO1211",
            "no creation rule of .sops.yaml names the recipient of age.key",
            place,
            "secrets encrypted by these rules could not be opened with age.key; add its public key to the rules"
        );

    public static Diagnostic StrayKey(string path) =>
        Diagnostic.Note(
            "HO1212",
            $"{path} exists: sops tries its keys beside {AgeKey.FileName}",
            Location.OfFile(path),
            $"move its keys into the {AgeKey.FileName} of the repositories they belong to; homeops uses {AgeKey.FileName} only"
        );

    private static string HowToGet(string name) =>
        name switch
        {
            TunnelFile.FileName =>
                $"make a tunnel: `cloudflared tunnel login`, then `cloudflared tunnel create --credentials-file {name} kubernetes`",
            DeployKey.FileName =>
                "`homeops init` makes it; add the line in github-deploy.key.pub to the deploy keys of the repository on GitHub",
            AgeKey.FileName =>
                "restore it from your backup when the repository has secrets already; `homeops init` makes a new one",
            PushToken.FileName => "`homeops init` makes it",
            _ => "`homeops init` writes a sample",
        };
}
