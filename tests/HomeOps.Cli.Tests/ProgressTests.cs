namespace HomeOps.Cli.Tests;

public sealed class ProgressTests : IDisposable
{
    private readonly StringWriter error = new();
    private readonly Ticks clock = new();

    public void Dispose() => error.Dispose();

    [Fact]
    public void The_step_is_drawn_after_half_a_second_and_taken_away()
    {
        using (var progress = new Progress(Terminal(isTerminal: true), clock))
        {
            progress.Begin("rendering");
            Assert.Equal(TimeSpan.FromMilliseconds(500), clock.Due);
            Assert.Equal("", error.ToString());

            clock.Tick();
            Assert.Equal("\r\u001b[Krendering …", error.ToString());
        }

        Assert.Equal("\r\u001b[Krendering …\r\u001b[K", error.ToString());
        clock.Tick();
        Assert.EndsWith("…\r\u001b[K", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_quick_draws_nothing()
    {
        using (var progress = new Progress(Terminal(isTerminal: true), clock))
        {
            progress.Begin("rendering");
        }

        Assert.Equal("", error.ToString());
    }

    [Fact]
    public void Nothing_is_drawn_where_there_is_no_terminal()
    {
        using (var progress = new Progress(Terminal(isTerminal: false), clock))
        {
            progress.Begin("rendering");
            clock.Tick();
        }

        Assert.Equal("", error.ToString());
        Assert.Null(clock.Due);
    }

    [Fact]
    public void A_question_is_asked_on_an_empty_line()
    {
        using var progress = new Progress(Terminal(isTerminal: true), clock);
        progress.Begin("writing");
        clock.Tick();

        var answer = progress.Aside(() =>
        {
            Assert.EndsWith("writing …\r\u001b[K", error.ToString(), StringComparison.Ordinal);
            clock.Tick();
            Assert.EndsWith("writing …\r\u001b[K", error.ToString(), StringComparison.Ordinal);
            return 7;
        });

        Assert.Equal(7, answer);
        clock.Tick();
        Assert.EndsWith("\r\u001b[K\r\u001b[Kwriting …", error.ToString(), StringComparison.Ordinal);
    }

    private Terminal Terminal(bool isTerminal) =>
        new(
            TextWriter.Null,
            error,
            static () => Stream.Null,
            static () => Stream.Null,
            static _ => null,
            static _ => null,
            IsInteractive: isTerminal,
            IsOutputTerminal: isTerminal,
            IsErrorTerminal: isTerminal,
            UsesColour: false
        );

    private sealed class Ticks : TimeProvider
    {
        private Action? tick;

        public TimeSpan? Due { get; private set; }

        public void Tick() => tick?.Invoke();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime;
            tick = () => callback(state);
            return new Stopped();
        }

        private sealed class Stopped : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
