namespace HomeOps.Cli.Tests;

/// <summary>Encrypted values in <c>build</c> and <c>test</c>: placeholders, and <c>--decrypt</c>.</summary>
public sealed class FluxDecryptTests
{
    private const string Encrypted = """
        apiVersion: v1
        kind: Secret
        metadata: {name: settings, namespace: home}
        stringData: {SECRET_DOMAIN: zyxwv-canary.example}
        """;

    [Fact]
    public void Encrypted_values_are_placeholders_until_they_are_asked_for()
    {
        using var world = WithSecret();

        Assert.Equal(0, world.Run("build", "ks", "web", "--path", "cluster", "--skip-kinds", "Gateway"));
        Assert.Contains("web.placeholder-secret-domain", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("build", "ks", "web", "--path", "cluster", "--placeholders", "marked"));
        Assert.Contains("web...PLACEHOLDER_SECRET_DOMAIN..", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("build", "ks", "web", "--path", "cluster", "--decrypt"));
        Assert.Contains("web.zyxwv-canary.example", world.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_with_decrypted_values_shows_none_of_them()
    {
        using var world = WithSecret();

        Assert.Equal(0, world.Run("test", "--path", "cluster", "--decrypt=false"));
        Assert.Equal(1, world.Run("test", "--path", "cluster", "--decrypt", "-v"));
        Assert.Contains(
            "no listener that HTTPRoute home/web is attached to serves 'web...PLACEHOLDER_SECRET_DOMAIN..'",
            world.Output,
            StringComparison.Ordinal
        );
        foreach (var form in (string[])["text", "json", "sarif"])
        {
            world.Run("test", "--path", "cluster", "--decrypt", "-v", "-o", form);
            Assert.DoesNotContain("canary", world.Output + world.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Decrypting_needs_a_key()
    {
        using var world = FluxWorld.Make();

        Assert.Equal(1, world.Run("test", "--path", "cluster", "--decrypt"));
        Assert.Equal(
            "error HO1618: there is no age key to decrypt with\n  = hint: put age.key into ., or name one in SOPS_AGE_KEY_FILE\n",
            world.Error
        );
    }

    [Theory]
    [InlineData("SECRET_DOMAIN: ENC[AES256_GCM,data:", "SECRET_DOMAIN: ENC[AES256_GCM,data:AAAA")]
    [InlineData("SECRET_DOMAIN: ENC[", "SECRET_DOMAIN: plain #")]
    [InlineData("lastmodified: \"", "lastmodified: \"yesterday")]
    public void A_damaged_Secret_is_an_error_when_its_key_is_at_hand(string from, string to)
    {
        using var world = WithSecret();
        var text = world.Read("web/settings.sops.yaml");
        Assert.Contains(from, text, StringComparison.Ordinal);
        world.Write("web/settings.sops.yaml", text.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(1, world.Run("test", "--path", "cluster"));

        Assert.Contains(
            "error HO1668: Secret home/settings is damaged, so it cannot be decrypted: ",
            world.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("canary", world.Output + world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Secret_in_a_shared_component_is_one_finding()
    {
        using var world = WithSecret();
        world.Write(
            "cluster/more.yaml",
            world
                .Read("cluster/ks.yaml")
                .Replace("name: web, namespace: home", "name: more, namespace: more", StringComparison.Ordinal)
                .Replace("path: ./web", "path: ./web\n  targetNamespace: more", StringComparison.Ordinal)
        );
        var text = world.Read("web/settings.sops.yaml");
        world.Write(
            "web/settings.sops.yaml",
            text.Replace("DOMAIN: ENC[AES256_GCM,data:", "DOMAIN: ENC[AES256_GCM,data:AAAA", StringComparison.Ordinal)
        );

        Assert.Equal(1, world.Run("test", "--path", "cluster"));

        Assert.Single(world.Error.Split('\n'), static l => l.StartsWith("error HO1668", StringComparison.Ordinal));
        Assert.Contains(" (and the same in 1 more namespace)\n", world.Error, StringComparison.Ordinal);
    }

    private static TestWorld WithSecret()
    {
        var world = SecretsWorld.WithRule();
        FluxWorld.Fill(world);
        world.Write(
            "cluster/ks.yaml",
            world.Read("cluster/ks.yaml")
                + "\n  decryption: {provider: sops, secretRef: {name: sops-age}}"
                + "\n  postBuild: {substituteFrom: [{kind: Secret, name: settings}]}"
        );
        world.Write("web/settings.sops.yaml", Encrypted);
        world.Write("web/app.yaml", FluxWorld.Route("web.${SECRET_DOMAIN}"));
        Assert.Equal(0, world.Run("secrets", "encrypt", "--in-place", "web/settings.sops.yaml"));
        return world;
    }
}
