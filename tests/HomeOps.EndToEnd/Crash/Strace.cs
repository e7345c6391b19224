using System.Text.RegularExpressions;

namespace HomeOps.EndToEnd;

/// <summary>
/// Makes chosen system calls of homeops fail, or the program die on entering them. Calls are numbered for each name apart, from 1, as
/// strace counts them; only those of the main thread, which does all of the writing, are of interest.
/// </summary>
internal static partial class Strace
{
    private static readonly Lazy<string?> Obstacle = new(FindObstacle);

    /// <summary>Skips the test where strace is absent or may not trace.</summary>
    public static void Require() =>
        Assert.SkipWhen(Obstacle.Value is not null, $"strace is not usable here: {Obstacle.Value}");

    /// <summary>Runs homeops in a folder and returns, for each system call, the numbers of the calls that name something in it.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Number(
        string folder,
        IReadOnlyList<string> calls,
        params string[] args
    ) => Number(folder, calls, args, expected: 0, environment: null);

    /// <summary>The same for a command that ends with some other code, or needs variables.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Number(
        string folder,
        IReadOnlyList<string> calls,
        string[] args,
        int expected,
        IReadOnlyDictionary<string, string>? environment
    )
    {
        var log = folder + ".strace";
        string[] flags = ["-y", "-o", log, "-e", $"trace={string.Join(',', calls)}"];
        Run(folder, flags, args, input: null, environment).Expect(expected);
        var main = "";
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = calls.ToDictionary(static c => c, static _ => new List<int>(), StringComparer.Ordinal);
        foreach (var line in File.ReadLines(log))
        {
            if (CallLine().Match(line) is not { Success: true } match)
            {
                continue;
            }

            main = main.Length == 0 ? match.Groups["thread"].Value : main;
            var call = match.Groups["call"].Value;
            if (match.Groups["thread"].Value == main)
            {
                counted[call] = counted.GetValueOrDefault(call) + 1;
                if (line.Contains(folder + "/", StringComparison.Ordinal))
                {
                    numbers[call].Add(counted[call]);
                }
            }
        }

        File.Delete(log);
        return numbers.ToDictionary(static n => n.Key, static n => (IReadOnlyList<int>)n.Value, StringComparer.Ordinal);
    }

    /// <summary>Runs homeops with a fault at one call: <c>signal=SIGKILL:when=3</c>, <c>error=ENOSPC:when=3+</c>.</summary>
    public static Outcome Inject(string folder, string call, string fault, params string[] args) =>
        Inject(folder, call, fault, args, environment: null);

    /// <summary>The same with variables.</summary>
    public static Outcome Inject(
        string folder,
        string call,
        string fault,
        string[] args,
        IReadOnlyDictionary<string, string>? environment
    )
    {
        string[] flags = ["-qq", "-o", "/dev/null", "-e", $"trace={call}", "-e", $"inject={call}:{fault}"];
        return Run(folder, flags, args, input: null, environment);
    }

    /// <summary>Runs homeops and returns every byte it handed to a system call of this list, readable, next to how it ended.</summary>
    public static (Outcome Outcome, string Log) Trace(
        ScratchFolder scratch,
        string folder,
        IReadOnlyList<string> calls,
        byte[]? input,
        params string[] args
    ) => Trace(scratch, folder, calls, input, args, environment: null);

    /// <summary>The same with variables.</summary>
    public static (Outcome Outcome, string Log) Trace(
        ScratchFolder scratch,
        string folder,
        IReadOnlyList<string> calls,
        byte[]? input,
        string[] args,
        IReadOnlyDictionary<string, string>? environment
    )
    {
        var log = scratch[$"trace-{Guid.NewGuid():n}"];
        var outcome = Run(folder, TraceFlags(calls, log), args, input, environment);
        var text = File.ReadAllText(log);
        File.Delete(log);
        return (outcome, text);
    }

    /// <summary>The same for a program that gets environment variables, with the log in a folder of one's own.</summary>
    public static (Outcome Outcome, string Log) Trace(
        string logFolder,
        string folder,
        IReadOnlyList<string> calls,
        IReadOnlyDictionary<string, string> environment,
        params string[] args
    )
    {
        var log = Path.Join(logFolder, "trace");
        string[] command = ["-f", .. TraceFlags(calls, log), HomeOpsBinary.Path, .. args];
        var outcome = Program.Run("strace", folder, command, input: null, environment);
        var text = File.ReadAllText(log);
        File.Delete(log);
        return (outcome, text);
    }

    private static string[] TraceFlags(IReadOnlyList<string> calls, string log) =>
        ["-y", "-s", "1000000", "-o", log, "-e", $"trace={string.Join(',', calls)}"];

    private static Outcome Run(
        string folder,
        string[] flags,
        string[] args,
        byte[]? input = null,
        IReadOnlyDictionary<string, string>? environment = null
    ) => Program.Run("strace", folder, ["-f", .. flags, HomeOpsBinary.Path, .. args], input, environment);

    private static string? FindObstacle()
    {
        try
        {
            var trial = Program.Run("strace", "/tmp", ["-f", "-o", "/dev/null", "true"]);
            return trial.ExitCode == 0 ? null : trial.Error.Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "it is not installed";
        }
    }

    [GeneratedRegex(@"^(?<thread>\d+) +(?<call>\w+)\(")]
    private static partial Regex CallLine();
}
