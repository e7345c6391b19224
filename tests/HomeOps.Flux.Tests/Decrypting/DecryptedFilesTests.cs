using System.Security.Cryptography;
using System.Text;
using HomeOps.Age;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Flux.Tests.Decrypting;

/// <summary>Which files are decrypted before a build, and with what (flux.md 2.4 a).</summary>
public sealed class DecryptedFilesTests : IDisposable
{
    private readonly AgeIdentity identity = AgeKeygen.Generate(postQuantum: false, RandomNumberGenerator.Fill);
    private readonly SopsKeyRing keys;
    private readonly CreationRule rule;

    public DecryptedFilesTests()
    {
        keys = new SopsKeyRing([KeySource.FromIdentities("age.key", [identity])]);
        rule = CreationRule.For(identity.Recipient ?? throw new InvalidOperationException("a new key has a recipient"));
    }

    public void Dispose()
    {
        keys.Dispose();
        identity.Dispose();
    }

    [Fact]
    public void Values_and_lines_of_secretGenerator_are_decrypted_with_the_key()
    {
        var secret = Secret(Build(Tree(decrypts: true), keys));

        Assert.Equal("a: plain\n", secret("app.yaml"));
        Assert.Equal(
            "{\n\t\"a\": \"plain\"\n}\n",
            secret(".dockerconfigjson").Replace("\r", "", StringComparison.Ordinal)
        );
        Assert.Equal("binary text", secret("blob"));
        Assert.Equal("line", secret("NAME"));
    }

    [Fact]
    public void Without_a_key_placeholders_stand_for_the_values()
    {
        var secret = Secret(Build(Tree(decrypts: true), null));

        Assert.Equal("a: placeholder-a\n", secret("app.yaml"));
        Assert.Equal("{\"a\":\"placeholder-a\"}", secret(".dockerconfigjson"));
        Assert.Equal("placeholder-blob-enc", secret("blob"));
        Assert.Equal("placeholder-name", secret("NAME"));
    }

    [Fact]
    public void Without_decryption_the_ciphertext_stays_and_is_noted()
    {
        var build = Build(Tree(decrypts: false), keys);

        Assert.StartsWith("a: ENC[", Secret(build)("app.yaml"), StringComparison.Ordinal);
        Assert.Equal(
            ["HO1691", "HO1691", "HO1691"],
            build.Diagnostics.Where(static d => d.Severity == Severity.Warning).Select(static d => d.Code)
        );
    }

    [Fact]
    public void Patches_are_decrypted_and_files_of_configMapGenerator_are_not()
    {
        var build = Build(Tree(decrypts: true), keys);
        var objects = build.Objects.ToDictionary(static o => o.Name.Split('-')[0], StringComparer.Ordinal);

        Assert.Equal("plain", objects["patched"].Root.Map("data")?.Text("a"));
        Assert.Null(objects["patched"].Root["sops"]);
        Assert.StartsWith("a: ENC[", objects["config"].Root.Map("data")?.Text("other.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_finding_shows_a_line_of_a_file_that_was_decrypted()
    {
        var tree = Tree(decrypts: true);
        tree.Add("app/patch.yaml", Encrypted(SopsFormat.Yaml, "kind: canary-7f3a\nmetadata: canary-7f3a\n", rule));
        var text = new StringWriter();

        foreach (var finding in Build(tree, keys).Diagnostics)
        {
            DiagnosticPrinter.Print(text, finding);
        }

        Assert.Contains(
            "'app/patch.yaml' cannot be used once it is decrypted",
            text.ToString(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("canary", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_does_not_fit_is_noted_once_for_each_file()
    {
        using var stranger = AgeKeygen.Generate(postQuantum: false, RandomNumberGenerator.Fill);
        using var strangers = new SopsKeyRing([KeySource.FromIdentities("other", [stranger])]);

        var build = Build(Tree(decrypts: true), strangers);

        Assert.Equal(BuildStatus.Built, build.Status);
        Assert.Equal(5, build.Diagnostics.Count(static d => d.Code == "HO0924"));
        Assert.Equal("a: placeholder-a\n", Secret(build)("app.yaml"));
    }

    [Fact]
    public void A_Secret_that_holds_no_key_and_one_of_another_namespace_are_named()
    {
        var tree = Tree(decrypts: true);
        tree.Add(
            "cluster/keys.yaml",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: sops-age, namespace: home}\nstringData: {age.key: x}\n"
        );
        var inNamespace = FluxCluster.Build(tree, "cluster").Kustomizations[^1].Reason;
        tree.Add(
            "cluster/keys.yaml",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: sops-age, namespace: other}\nstringData: {age.agekey: x}\n"
        );
        var elsewhere = FluxCluster.Build(tree, "cluster").Kustomizations[^1].Diagnostics;

        Assert.Equal(
            "cluster/ks.yaml:9:50: error HO1692: Secret home/sops-age has no key to decrypt with",
            inNamespace?.ToString()
        );
        Assert.Equal(
            "HO1694: Secret home/sops-age with the keys to decrypt is not in the repository; one of that name is in namespace 'other'",
            elsewhere.Where(static d => d.Code == "HO1694").Select(static d => $"{d.Code}: {d.Message}").Single()
        );
    }

    [Fact]
    public void Objects_for_age_keys_need_a_Secret_with_one()
    {
        var tree = Tree(decrypts: true);
        tree.Add("cluster/ks.yaml", Ks("  decryption: {provider: sops}\n"));
        tree.Add("app/kustomization.yaml", "resources: [secret.yaml]\n");
        tree.Add(
            "app/secret.yaml",
            (
                Encrypted(
                    SopsFormat.Yaml,
                    "apiVersion: v1\nkind: Secret\nmetadata:\n  name: s\ndata:\n  a: YQ==\n",
                    rule with
                    {
                        Selector = new SopsSelector(SelectorKind.EncryptedRegex, "^data$"),
                    }
                )
            )
        );

        var codes = FluxCluster.Build(tree, "cluster").Kustomizations[^1].Diagnostics.Select(static d => d.Code);

        Assert.Contains("HO1693", codes);
    }

    [Fact]
    public void A_file_that_is_too_large_is_left_alone()
    {
        var tree = Tree(decrypts: true);
        var encrypted = (Encrypted(SopsFormat.Yaml, "a: plain\n", rule));
        tree.Add("app/app.enc.yaml", encrypted + "# " + new string('x', 5 << 20) + "\n");

        var reason = Build(tree, keys).Reason;

        Assert.Equal(
            "HO1690: 'app/app.enc.yaml' is encrypted and larger than 5 MiB: Flux does not decrypt it",
            $"{reason?.Code}: {reason?.Message}"
        );
    }

    private static KustomizationBuild Build(MemoryTree tree, SopsKeyRing? keys) =>
        FluxCluster.Build(tree, "cluster", new FluxOptions { Keys = keys }).Kustomizations[^1];

    private static Func<string, string> Secret(KustomizationBuild build)
    {
        var secret = build.Objects.Single(static o => o.Kind == "Secret");
        return key => Encoding.UTF8.GetString(Convert.FromBase64String(secret.Root.Map("data")?.Text(key) ?? ""));
    }

    private static string Ks(string decryption) =>
        $$"""
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata: {name: web, namespace: home}
            spec:
              interval: 1h
              path: ./app
              prune: true
              sourceRef: {kind: GitRepository, name: flux-system, namespace: flux-system}
            {{decryption}}
            """;

    private MemoryTree Tree(bool decrypts)
    {
        var tree = new MemoryTree();
        tree.Add(
            "cluster/ks.yaml",
            Ks(decrypts ? "  decryption: {provider: sops, secretRef: {name: sops-age}}\n" : "")
        );
        tree.Add(
            "app/kustomization.yaml",
            """
            resources: [inner, patched.yaml]
            configMapGenerator: [{name: config, files: [other.yaml]}]
            patches: [{path: patch.yaml}]

            """
        );
        tree.Add("app/patched.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: patched}\n");
        tree.Add(
            "app/patch.yaml",
            Encrypted(
                SopsFormat.Yaml,
                "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: patched\ndata:\n  a: plain\n",
                rule with
                {
                    Selector = new SopsSelector(SelectorKind.EncryptedRegex, "^data$"),
                }
            )
        );
        tree.Add("app/other.yaml", Encrypted(SopsFormat.Yaml, "a: plain\n", rule));
        tree.Add("app/app.enc.yaml", Encrypted(SopsFormat.Yaml, "a: plain\n", rule));
        tree.Add("app/inner/docker.json", Encrypted(SopsFormat.Json, "{\"a\": \"plain\"}", rule));
        tree.Add("app/inner/blob.enc", SopsFormat.EncryptBinary("blob", "binary text"u8, rule, Context));
        tree.Add("app/inner/lines", Encrypted(SopsFormat.Dotenv, "NAME=line\n", rule));
        tree.Add(
            "app/inner/kustomization.yaml",
            """
            secretGenerator:
              - name: secret
                files: [app.yaml=../app.enc.yaml, .dockerconfigjson=docker.json, blob=blob.enc]
                envs: [lines]

            """
        );
        return tree;
    }

    private static SopsContext Context => new(RandomNumberGenerator.Fill, TimeProvider.System);

    private static string Encrypted(SopsFormat format, string plain, CreationRule rule) =>
        format.Encrypt(new SourceText("file", plain), rule, Context);
}
