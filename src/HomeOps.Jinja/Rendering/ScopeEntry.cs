using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Rendering;

/// <summary>What a variable is when its scope is entered.</summary>
internal enum LoadKind
{
    /// <summary>Set by whoever enters the scope.</summary>
    Parameter,

    /// <summary>What the context holds under its name.</summary>
    Resolve,

    /// <summary>A copy of the variable of that name around the scope.</summary>
    Copy,

    /// <summary>Nothing.</summary>
    Nothing,
}

/// <summary>How one variable gets its first value.</summary>
internal readonly record struct EntryStep(int Index, LoadKind Kind, string Name, Slot From);

/// <summary>Prepares the variables of a scope when it is entered, and clears them when it is left.</summary>
/// <param name="once">Variables that the scope only reads from the context: the same for every pass of a loop.</param>
/// <param name="each">Variables that start anew with every pass.</param>
/// <param name="variables">All variables, to be cleared.</param>
internal sealed class ScopeEntry(EntryStep[] once, EntryStep[] each, int[] variables)
{
    /// <summary>The entry of a scope that is not bound yet.</summary>
    public static ScopeEntry None { get; } = new([], [], []);

    public void Enter(Frame frame)
    {
        EnterOnce(frame);
        EnterEach(frame);
    }

    public void EnterOnce(Frame frame)
    {
        foreach (var step in once)
        {
            frame.Slots[step.Index] = frame.Context.Resolve(step.Name);
        }
    }

    public void EnterEach(Frame frame)
    {
        foreach (var step in each)
        {
            frame.Slots[step.Index] = step.Kind switch
            {
                LoadKind.Resolve => frame.Context.Resolve(step.Name),
                LoadKind.Copy => step.From.In(frame),
                _ => Value.Missing,
            };
        }
    }

    // A macro written in the scope and called later sees nothing of it any more, as in Jinja.
    public void Leave(Frame frame)
    {
        foreach (var variable in variables)
        {
            frame.Slots[variable] = Value.Missing;
        }
    }
}
