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
    private bool hidden;

    public Progress(Terminal terminal, TimeProvider clock)
    {
        this.terminal = terminal;
        if (terminal.IsErrorTerminal)
        {
            timer = clock.CreateTimer(_ => Draw(), state: null, Patience, TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Does one step of work under its name.</summary>
    public static T During<T>(World world, string name, Func<T> work)
    {
        using var progress = new Progress(world.Terminal, world.Clock);
        progress.Begin(name);
        return work();
    }

    /// <summary>Names the step that begins now.</summary>
    public void Begin(string name)
    {
        lock (gate)
        {
            step = name;
        }
    }

    /// <summary>Keeps the line away while a person is asked something, and draws it again afterwards.</summary>
    public T Aside<T>(Func<T> question)
    {
        Hide();
        try
        {
            return question();
        }
        finally
        {
            lock (gate)
            {
                hidden = false;
            }
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        timer?.Dispose();
        Hide();
    }

    private void Hide()
    {
        lock (gate)
        {
            hidden = true;
            if (drawn)
            {
                terminal.Error.Write("\r\u001b[K");
                drawn = false;
            }
        }
    }

    private void Draw()
    {
        lock (gate)
        {
            if (!hidden && step.Length > 0)
            {
                terminal.Error.Write($"\r\u001b[K{step} …");
                drawn = true;
            }
        }
    }
}
