namespace HomeOps.Cli;

/// <summary>
/// One line on a terminal that says which step runs, drawn only once a command has taken half a second; on anything that is not a terminal it draws nothing.
/// </summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private readonly Terminal terminal;
    private readonly ITimer? timer;
    private readonly Lock gate = new();
    private string step = "";
    private bool drawn;
    private bool ended;

    public Progress(Terminal terminal, TimeProvider clock)
    {
        this.terminal = terminal;
        if (terminal.IsErrorTerminal)
        {
            timer = clock.CreateTimer(_ => Draw(), state: null, Patience, TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Names the step that begins now.</summary>
    public void Begin(string name)
    {
        lock (gate)
        {
            step = name;
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        timer?.Dispose();
        lock (gate)
        {
            ended = true;
            if (drawn)
            {
                terminal.Error.Write("\r\u001b[K");
            }
        }
    }

    private void Draw()
    {
        lock (gate)
        {
            if (!ended && step.Length > 0)
            {
                terminal.Error.Write($"\r\u001b[K{step} …");
                drawn = true;
            }
        }
    }
}
