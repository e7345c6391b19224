using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HomeOps.Cli.Tests;

/// <summary>Remote bases: a real git over file://, and a small server on the loopback that answers as each test says.</summary>
public sealed class RemoteBasesTests
{
    // For servers that do not answer; the others may be slow, as the machine may be.
    private static readonly TimeSpan Impatient = TimeSpan.FromSeconds(0.5);

    private const string ConfigMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\n";

    [Fact]
    public void A_repository_is_fetched_and_kept()
    {
        using var world = World("");
        var commit = Repository(world);
        world.Write("top/kustomization.yaml", $"resources: ['file://{world["bases"]}//base?ref=v1']\n");

        Assert.Equal(1, world.Run("kustomize", "build", "top"));
        Assert.Contains("HO0712", world.Error, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("kustomize", "build", "top", "--remote-bases"));
        Assert.Equal(ConfigMap, Encoding.UTF8.GetString(world.OutputBytes));

        Directory.Move(world["bases"], world["gone"]);
        Assert.Equal(0, world.Run("kustomize", "build", "top", "--remote-bases", "--offline"));
        Assert.Equal(ConfigMap, Encoding.UTF8.GetString(world.OutputBytes));
        world.Write("top/kustomization.yaml", $"resources: ['file://{world["bases"]}//base?ref={commit}']\n");
        Assert.Equal(0, world.Run("kustomize", "build", "top", "--remote-bases"));
    }

    [Fact]
    public void A_branch_is_asked_for_again()
    {
        using var world = World("");
        Repository(world);
        world.Write("top/kustomization.yaml", $"resources: ['file://{world["bases"]}//base?ref=main']\n");
        Assert.Equal(0, world.Run("kustomize", "build", "top", "--remote-bases"));

        world.Write("bases/base/app.yaml", ConfigMap + "data:\n  a: b\n");
        Git(world, "commit -qam changed");
        Assert.Equal(0, world.Run("kustomize", "build", "top", "--remote-bases"));
        Assert.Contains("a: b", Encoding.UTF8.GetString(world.OutputBytes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_that_does_not_exist_is_named()
    {
        using var world = World("");
        Repository(world);
        world.Write("top/kustomization.yaml", $"resources: ['file://{world["bases"]}//base?ref=v9']\n");

        Assert.Equal(1, world.Run("kustomize", "build", "top", "--remote-bases"));
        Assert.Contains("no branch or tag 'v9'", world.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_fetched_and_kept()
    {
        using var server = new Server(_ => Answer("200 OK", ConfigMap));
        using var world = World($"resources: ['{server.Address}/app.yaml']\n");

        Assert.Equal(0, world.Run("kustomize", "build", "top", "--remote-bases"));
        Assert.Equal(ConfigMap, Encoding.UTF8.GetString(world.OutputBytes));
        server.Dispose();
        Assert.Equal(1, world.Run("kustomize", "build", "top", "--remote-bases"));
        Assert.Contains("HO0798", world.Error, StringComparison.Ordinal);
        Assert.Equal(0, world.Run("kustomize", "build", "top", "--remote-bases", "--offline"));
        Assert.Equal(ConfigMap, Encoding.UTF8.GetString(world.OutputBytes));
    }

    [Fact]
    public void A_server_that_fails_twice_is_asked_three_times()
    {
        using var server = new Server(n => n < 3 ? Answer("503 Busy", "later") : Answer("200 OK", ConfigMap));
        using var world = World($"resources: ['{server.Address}/app.yaml']\n");

        Assert.Equal(0, world.Run("kustomize", "build", "top", "--remote-bases"));
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public void A_server_that_always_fails_is_asked_three_times()
    {
        using var server = new Server(_ => Answer("500 Broken", "sorry"));
        AssertRefused(server, "the server answers 500");
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public void What_is_not_there_is_asked_for_once()
    {
        using var server = new Server(_ => Answer("404 Not Found", "no"));
        AssertRefused(server, "the server answers 404");
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public void A_server_that_never_answers_ends_in_time()
    {
        using var server = new Server(_ => null);
        AssertRefused(server, "there was no answer within 0.5 seconds", Impatient);
    }

    [Fact]
    public void A_server_that_stops_in_the_middle_ends_in_time()
    {
        using var server = new Server(_ => "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf");
        AssertRefused(server, "cannot be fetched: ", Impatient);
    }

    [Fact]
    public void An_answer_over_16_MiB_is_not_taken()
    {
        using var server = new Server(_ => Answer("200 OK", new string('#', (16 * 1024 * 1024) + 1)));
        AssertRefused(server, "cannot be fetched: ");
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public void A_page_for_people_is_not_taken()
    {
        using var server = new Server(_ =>
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>"
        );
        AssertRefused(server, "the server answers with a page for people, not with a file");
    }

    [Fact]
    public void What_is_no_YAML_is_a_finding_at_its_address()
    {
        using var server = new Server(_ => Answer("200 OK", "kind: [\u0001"));
        AssertRefused(server, "/app.yaml:1:");
    }

    [Fact]
    public void Redirections_are_followed_five_times()
    {
        using var target = new Server(_ => Answer("200 OK", ConfigMap));
        using var server = new Server(_ => Redirect(target.Address + "/app.yaml"));
        using var world = World($"resources: ['{server.Address}/app.yaml']\n");
        Assert.Equal(0, world.Run("kustomize", "build", "top", "--remote-bases"));

        using var circle = new Server(_ => Redirect("/app.yaml"));
        AssertRefused(circle, "the server answers 302");
        Assert.Equal(6, circle.Requests);
    }

    [Fact]
    public void A_redirection_to_a_file_of_this_machine_is_not_followed()
    {
        using var server = new Server(_ => Redirect("file:///etc/passwd"));
        AssertRefused(server, "the server sends to what is no address of the web");
    }

    private static void AssertRefused(Server server, string reason, TimeSpan? limit = null)
    {
        using var world = World($"resources: ['{server.Address}/app.yaml']\n", limit);
        Assert.Equal(1, world.Run("kustomize", "build", "top", "--remote-bases"));
        Assert.Contains(reason, world.Error, StringComparison.Ordinal);
        Assert.Empty(world.OutputBytes);
    }

    private static TestWorld World(string kustomization, TimeSpan? limit = null)
    {
        var world = new TestWorld
        {
            Downloads = new RealDownloads(limit),
            Processes = new RealProcesses(
                new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" }
            ),
        };
        world.Write("top/kustomization.yaml", kustomization);
        return world;
    }

    // A repository with the tag v1; its commit.
    private static string Repository(TestWorld world)
    {
        world.Write("bases/base/app.yaml", ConfigMap);
        world.Write("bases/base/kustomization.yaml", "resources: [app.yaml]\n");
        Git(world, "init -q -b main");
        Git(world, "config uploadpack.allowAnySHA1InWant true");
        Git(world, "add -A");
        Git(world, "commit -qm first");
        Git(world, "tag v1");
        return Git(world, "rev-parse HEAD").Trim();
    }

    private static string Git(TestWorld world, string arguments)
    {
        var ended = world.Processes.Capture(
            new ProgramCall(
                ["git", "-c", "user.name=t", "-c", "user.email=t@example.com", .. arguments.Split(' ')],
                world["bases"]
            )
        );
        Assert.Equal(0, ended.ExitCode);
        return Encoding.UTF8.GetString(ended.Output);
    }

    private static string Answer(string status, string body) =>
        $"HTTP/1.1 {status}\r\nContent-Type: text/plain\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    private static string Redirect(string target) =>
        $"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    /// <summary>Answers each request with a text; null keeps the client waiting.</summary>
    private sealed class Server : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly List<TcpClient> waiting = [];
        private readonly Func<int, string?> answer;
        private int requests;

        public Server(Func<int, string?> answer)
        {
            this.answer = answer;
            listener.Start();
            Address = $"http://{listener.LocalEndpoint}";
            new Thread(Serve) { IsBackground = true }.Start();
        }

        public string Address { get; }

        public int Requests => Volatile.Read(ref requests);

        public void Dispose()
        {
            listener.Dispose();
            foreach (var client in waiting)
            {
                client.Dispose();
            }
        }

        private void Serve()
        {
            try
            {
                while (true)
                {
                    Serve(listener.AcceptTcpClient());
                }
            }
            catch (Exception ended)
                when (ended is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The test is over.
            }
        }

        private void Serve(TcpClient client)
        {
            try
            {
                var stream = client.GetStream();
                _ = stream.Read(new byte[8192]);
                if (answer(Interlocked.Increment(ref requests)) is not { } text)
                {
                    waiting.Add(client);
                    return;
                }

                stream.Write(Encoding.UTF8.GetBytes(text));
                client.Dispose();
            }
            catch (IOException)
            {
                // The client had enough.
                client.Dispose();
            }
        }
    }
}
