namespace HomeOps.Cli.Tests;

/// <summary><c>homeops test</c> in a repository that has its age key: it reads what is encrypted and shows none of it.</summary>
public sealed class TestCommandSecretsTests
{
    private const string NotServed = "no listener that HTTPRoute home/web is attached to serves ";

    [Fact]
    public void The_repositorys_key_opens_the_values_that_are_tested()
    {
        using var world = World("web.${SECRET_DOMAIN}");

        Assert.Equal(1, world.Run("test", "--path", "cluster"));
        Assert.Contains(NotServed + "'web...PLACEHOLDER_SECRET_DOMAIN..'", world.Output, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("test", "--path", "cluster", "--decrypt=false"));
        File.Delete(world["age.key"]);
        Assert.Equal(0, world.Run("test", "--path", "cluster"));
        Assert.Equal("", world.Error);
    }

    [Theory]
    [InlineData("web.${SECRET_DOMAIN/example/net}", "web...PLACEHOLDER_SECRET_DOMAIN..")]
    [InlineData("web.${SECRET_DOMAIN:0:9}.org", "web...PLACEHOLDER_SECRET_DOMAIN...org")]
    [InlineData("web.${LINES}", "web...PLACEHOLDER_LINES..")]
    [InlineData("web.${OTHER%.example}", "web...PLACEHOLDER_OTHER..")]
    public void What_was_made_of_a_secret_is_not_shown_either(string host, string shown)
    {
        using var world = World(host);

        Assert.Equal(1, world.Run("test", "--path", "cluster", "-v"));
        Assert.Contains($"{NotServed}'{shown}'", world.Output, StringComparison.Ordinal);
        foreach (var form in (string[])["text", "json", "sarif"])
        {
            world.Run("test", "--path", "cluster", "-v", "-o", form);
            Assert.DoesNotContain("zyxwv", world.Output + world.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("test")]
    [InlineData("build", "all", "--decrypt")]
    public void What_is_wrong_with_the_key_is_said(params string[] command)
    {
        using var world = World("web.${SECRET_DOMAIN}");
        world.Write("age.key", "# mine\nAGE-SECRET-KEY-1BROKEN\n");

        world.Run([.. command, "--path", "cluster"]);
        Assert.StartsWith(
            "warning HO0621: the age identities in age.key cannot be used: line 2: ",
            world.Error,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("BROKEN", world.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("HO1618", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_do_not_show_a_secret_in_a_name()
    {
        using var world = World("web.example.org");
        world.Write(
            "apps/named.yaml",
            FluxWorld
                .Kustomization("NAME", "./nowhere", "force: false")
                .Replace(
                    "name: NAME, namespace: home",
                    "name: \"of-${SECRET_DOMAIN}\", namespace: \"${SECRET_DOMAIN:0:9}\"",
                    StringComparison.Ordinal
                )
        );

        foreach (var form in (string[])["text", "json", "sarif"])
        {
            Assert.Equal(1, world.Run("test", "--path", "cluster", "-v", "-o", form));
            Assert.DoesNotContain("zyxwv", world.Output + world.Error, StringComparison.Ordinal);
        }

        world.Run("test", "--path", "cluster");
        Assert.Contains(
            "FAIL  Kustomization  ..PLACEHOLDER_SECRET_DOMAIN../of-..PLACEHOLDER_SECRET_DOMAIN..",
            world.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_for_another_key_has_placeholders_and_a_warning()
    {
        using var world = World("web.${SECRET_DOMAIN}");
        File.Delete(world["age.key"]);
        SecretsWorld.MakeKey(world, "age.key");

        Assert.Equal(0, world.Run("test", "--path", "cluster"));
        Assert.Contains(
            "warning HO0924: Secret home/settings cannot be decrypted: ",
            world.Error,
            StringComparison.Ordinal
        );
        Assert.Contains("hint: placeholders stand for its values", world.Error, StringComparison.Ordinal);
    }

    // The variable OTHER is a plain one of the inner Kustomization, which the outer one fills in from its Secret.
    private static TestWorld World(string host)
    {
        var world = SecretsWorld.WithRule();
        Directory.CreateDirectory(world["cluster"]);
        Directory.CreateDirectory(world["web"]);
        Directory.CreateDirectory(world["apps"]);
        const string FromSecret = "postBuild:\n    substituteFrom: [{kind: Secret, name: settings}]";
        world.Write(
            "cluster/flux.yaml",
            FluxWorld.Kustomization(
                "apps",
                "./apps",
                $"decryption: {{provider: sops, secretRef: {{name: sops-age}}}}\n  {FromSecret}"
            )
        );
        world.Write(
            "apps/web.yaml",
            FluxWorld.Kustomization("web", "./web", FromSecret + "\n    substitute: {OTHER: \"${SECRET_DOMAIN}\"}")
        );
        world.Write(
            "apps/settings.sops.yaml",
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: settings, namespace: home}
            stringData:
              SECRET_DOMAIN: zyxwv-canary.example
              LINES: |
                zyxwv.lines
                .example
            """
        );
        world.Write("web/app.yaml", FluxWorld.Route(host));
        Assert.Equal(0, world.Run("secrets", "encrypt", "--in-place", "apps/settings.sops.yaml"));
        return world;
    }
}
