using System.Collections;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using HomeOps.Cli.Commands;

namespace HomeOps.Cli;

#pragma warning disable RS0030 // The one place that makes the real console, clock, environment and randomness.

/// <summary>The machine the program runs on.</summary>
internal static class RealWorld
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static World Create()
    {
        Libc.HoldStandardStreams();
        var environment = Environment();
        return new World(
            new Terminal(
                Writer(new StandardStream(1, mustArrive: true)),
                Writer(new StandardStream(2, mustArrive: false)),
                Console.OpenStandardInput,
                static () => new StandardStream(1, mustArrive: true),
                AskSecret,
                Ask,
                IsInteractive: !Console.IsInputRedirected && !Console.IsOutputRedirected,
                IsOutputTerminal: !Console.IsOutputRedirected,
                IsErrorTerminal: !Console.IsErrorRedirected,
                UsesColour: !Console.IsErrorRedirected
                    && environment.GetValueOrDefault("NO_COLOR", "").Length == 0
                    && environment.GetValueOrDefault("TERM", "") != "dumb"
            ),
            WorkingFolder(),
            environment,
            TimeProvider.System,
            RandomNumberGenerator.Fill,
            new RealProcesses(environment),
            Connect
        )
        {
            Downloads = new RealDownloads(),
            Program = Program(),
        };
    }

    private static string WorkingFolder()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    // The native program is one file. Of a program in many files the first may stay the same while another changes.
    private static string Program()
    {
        if (RuntimeFeature.IsDynamicCodeSupported || System.Environment.ProcessPath is not { } path)
        {
            return "";
        }

        var file = new FileInfo(path);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{VersionCommand.Number} {file.Length} {file.LastWriteTimeUtc.Ticks}"
        );
    }

    private static NetworkStream Connect(string host, int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            socket.ConnectAsync(host, port, patience.Token).AsTask().GetAwaiter().GetResult();
            return new NetworkStream(socket, ownsSocket: true)
            {
                ReadTimeout = (int)Patience.TotalMilliseconds,
                WriteTimeout = (int)Patience.TotalMilliseconds,
            };
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw new IOException(e is SocketException ? e.Message : "no answer within 5 seconds", e);
        }
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = true };

    private static string? Ask(string question)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        Console.Error.Write(question);
        return Console.ReadLine();
    }

    private static char[]? AskSecret(string question)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        Console.Error.Write(question);
        // The collector moves neither, so that clearing them leaves no copy behind.
        var answer = GC.AllocateArray<char>(1024, pinned: true);
        var length = 0;
        for (
            var key = Console.ReadKey(intercept: true);
            key.Key != ConsoleKey.Enter;
            key = Console.ReadKey(intercept: true)
        )
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                length = Math.Max(0, length - 1);
            }
            else if (!char.IsControl(key.KeyChar) && length < answer.Length)
            {
                answer[length++] = key.KeyChar;
            }
        }

        Console.Error.WriteLine();
        var exact = GC.AllocateArray<char>(length, pinned: true);
        answer.AsSpan(0, length).CopyTo(exact);
        Array.Clear(answer);
        return exact;
    }

    private static Dictionary<string, string> Environment()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }

        return variables;
    }
}
