using System.Security.Cryptography;
using HomeOps.Age;

namespace HomeOps.Sops.Tests.Keys;

public sealed class SopsKeyRingTests
{
    [Fact]
    public void All_usual_places_are_found()
    {
        var variables = new Dictionary<string, string>
        {
            ["SOPS_AGE_KEY"] = $"# comment\n{Line()} {Line()}\n",
            ["SOPS_AGE_KEY_FILE"] = "/keys/age.txt",
        };
        var files = new Dictionary<string, string>
        {
            ["/keys/age.txt"] = Line(),
            ["/home/u/.config/sops/age/keys.txt"] = $"# created\r\n{Line()}\r\n",
        };

        using var ring = Find(variables, files, KeySource.FromFile("age.key", Line()));

        Assert.Empty(ring.Diagnostics);
        Assert.Equal(
            ["age.key:1", "SOPS_AGE_KEY:2", "/keys/age.txt:1", "/home/u/.config/sops/age/keys.txt:1"],
            ring.Sources.Where(static s => s.Problem is null).Select(static s => $"{s.Name}:{s.Recipients.Count}")
        );
    }

    [Fact]
    public void XDG_CONFIG_HOME_takes_the_place_of_the_home_folder()
    {
        var variables = new Dictionary<string, string> { ["XDG_CONFIG_HOME"] = "/etc/u/" };
        var files = new Dictionary<string, string> { ["/etc/u/sops/age/keys.txt"] = Line() };

        using var ring = Find(variables, files);

        Assert.Equal("/etc/u/sops/age/keys.txt", ring.Sources[0].Name);
        Assert.Null(ring.Sources[0].Problem);
    }

    [Fact]
    public void A_source_is_read_once_by_many_threads()
    {
        for (var round = 0; round < 50; round++)
        {
            var reads = 0;
            var source = KeySource.FromPath(
                "age.key",
                new KeySurroundings(
                    static _ => null,
                    null,
                    _ =>
                    {
                        Interlocked.Increment(ref reads);
                        Thread.Yield();
                        return System.Text.Encoding.UTF8.GetBytes(Line());
                    }
                )
            );
            using var start = new Barrier(8);
            var threads = Enumerable
                .Range(0, 8)
                .Select(_ => new Thread(() =>
                {
                    start.SignalAndWait();
                    GC.KeepAlive(source.Recipients);
                }))
                .ToList();
            threads.ForEach(static t => t.Start());
            threads.ForEach(static t => t.Join());

            Assert.Equal(1, reads);
        }
    }

    [Fact]
    public void One_bad_line_makes_its_source_unusable_and_no_other()
    {
        var variables = new Dictionary<string, string> { ["SOPS_AGE_KEY_FILE"] = "/keys/age.txt" };
        var files = new Dictionary<string, string> { ["/keys/age.txt"] = $"{Line()}\nAGE-SECRET-KEY-1BROKEN\n" };

        using var ring = Find(variables, files, KeySource.FromFile("age.key", Line()));

        var warning = Assert.Single(ring.Diagnostics);
        Assert.Equal("HO0621", warning.Code);
        Assert.StartsWith(
            "the age identities in /keys/age.txt cannot be used: line 2: ",
            warning.Message,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("BROKEN", warning.Message, StringComparison.Ordinal);
        Assert.Single(ring.Sources[0].Recipients);
    }

    [Fact]
    public void A_file_that_a_variable_names_and_that_is_not_there_is_reported()
    {
        using var ring = Find(new() { ["SOPS_AGE_KEY_FILE"] = "/nowhere" }, []);

        Assert.Contains(
            "/nowhere cannot be used: there is no such file",
            Assert.Single(ring.Diagnostics).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_is_read_behind_the_source_that_has_the_key()
    {
        using var home = new Household();
        var encrypted = home.Encrypt("a: 1\n");
        var read = 0;
        using var ring = SopsKeyRing.Find(
            new KeySurroundings(
                static _ => null,
                "/home/u",
                _ =>
                {
                    read++;
                    return null;
                }
            ),
            KeySource.FromIdentities("age.key", [home.Identity])
        );

        SopsFormat.Yaml.Decrypt(Household.Source(encrypted), ring);

        Assert.Equal(0, read);
    }

    [Fact]
    public void A_protected_identity_file_is_opened_with_its_passphrase()
    {
        var file = System.Text.Encoding.ASCII.GetString(
            AgeFile.Encrypt(
                System.Text.Encoding.ASCII.GetBytes(Line()),
                [AgePassphrase.Recipient("opensesame", workFactor: 2)],
                armor: true,
                RandomNumberGenerator.Fill
            )
        );

        Assert.Single(KeySource.FromFile("k", file, static _ => "opensesame".ToCharArray()).Recipients);
        Assert.NotNull(KeySource.FromFile("k", file).Problem);
    }

    private static SopsKeyRing Find(
        Dictionary<string, string> variables,
        Dictionary<string, string> files,
        params KeySource[] first
    ) =>
        SopsKeyRing.Find(
            new KeySurroundings(
                name => variables.GetValueOrDefault(name),
                "/home/u",
                path => files.TryGetValue(path, out var text) ? System.Text.Encoding.UTF8.GetBytes(text) : null
            ),
            first
        );

    private static string Line() =>
        AgeKeygen.Generate(false, RandomNumberGenerator.Fill).ToSecretLine() ?? throw new InvalidOperationException();
}
