using System.Text;

namespace HomeOps.Cli.Tests;

/// <summary>A world for running commands in process: a scratch folder, captured streams, a fixed clock.</summary>
internal sealed class TestWorld : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };
    private readonly MemoryStream outputBytes = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("homeops-cli-").FullName;

    public string Output => output.ToString();

    public byte[] OutputBytes => outputBytes.ToArray();

    public string Error => error.ToString();

    public byte[] Input { get; set; } = [];

    public Queue<string> Answers { get; } = new();

    public bool IsOutputTerminal { get; set; }

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public IProcesses Processes { get; set; } = new NoProcesses();

    public IDownloads Downloads { get; init; } = new NoDownloads();

    public Func<string, int, Stream> Connect { get; set; } =
        static (_, _) => throw new InvalidOperationException("no connection may be opened in this test");

    public string this[string relative] => Path.Join(Folder, relative);

    public int Run(params string[] args)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        outputBytes.SetLength(0);
        return HomeOpsCli.Run(args, World);
    }

    /// <summary>What a command gets to see.</summary>
    public World World
    {
        get
        {
            Environment["HOME"] = Folder;
            var terminal = new Terminal(
                output,
                error,
                () => new MemoryStream(Input),
                () => new KeptOpen(outputBytes),
                question => Answer(question)?.ToCharArray(),
                Answer,
                IsInteractive: Answers.Count > 0,
                IsOutputTerminal: IsOutputTerminal,
                IsErrorTerminal: false,
                UsesColour: false
            );
            return new World(terminal, Folder, Environment, new FixedClock(), Fill, Processes, Connect)
            {
                Downloads = Downloads,
            };
        }
    }

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative]) ?? Folder);
        File.WriteAllText(this[relative], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    public string Read(string relative) => File.ReadAllText(this[relative]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static void Fill(Span<byte> bytes) => System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);

    private string? Answer(string question)
    {
        error.Write(question);
        return Answers.TryDequeue(out var answer) ? answer : null;
    }

    private sealed class FixedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class NoProcesses : IProcesses
    {
        public bool Exists(string program) => program == "git";

        public int RunShell(string commandLine, string folder) =>
            throw new InvalidOperationException("no process may start in this test");

        public int Run(ProgramCall call) => RunShell("", "");

        public ProgramOutput Capture(ProgramCall call) => new(RunShell("", ""), []);

        public IDisposable OnEnd(Action cleanUp) => new MemoryStream();
    }

    private sealed class KeptOpen(MemoryStream inner) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => inner.Length;
        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
