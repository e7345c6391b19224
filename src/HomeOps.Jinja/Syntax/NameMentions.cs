namespace HomeOps.Jinja.Syntax;

/// <summary>The names with a meaning of their own, as far as a body reads them: only then they are made.</summary>
[Flags]
internal enum NameMentions
{
    None = 0,
    Loop = 1,
    Self = 2,
    Super = 4,
    Caller = 8,
    VarArgs = 16,
    KwArgs = 32,

    /// <summary>Not a name: a scoped block stands in the body.</summary>
    ScopedBlock = 64,
}

/// <summary>
/// Notes while a body is parsed which special names it reads before it assigns them
/// (jinja2.compiler, UndeclaredNameVisitor).
/// </summary>
internal sealed class MentionTracker
{
    private NameMentions read;
    private NameMentions assigned;

    public void Read(string name) => read |= Flag(name) & ~assigned;

    public void Assign(string name) => assigned |= Flag(name) & ~read;

    public void ScopedBlock() => read |= NameMentions.ScopedBlock;

    /// <summary>Forgets what was noted since, for names that turned out to be targets.</summary>
    public (NameMentions Read, NameMentions Assigned) Save() => (read, assigned);

    /// <summary>Goes back to a saved state.</summary>
    public void Restore((NameMentions Read, NameMentions Assigned) state) => (read, assigned) = state;

    /// <summary>Starts a body of its own; returns what <see cref="End"/> needs.</summary>
    public (NameMentions Read, NameMentions Assigned) Begin()
    {
        var outer = Save();
        (read, assigned) = (NameMentions.None, NameMentions.None);
        return outer;
    }

    /// <summary>Ends a body and returns what it mentions; the outer body mentions it as well, except through a block.</summary>
    public NameMentions End((NameMentions Read, NameMentions Assigned) outer, bool isBlock = false)
    {
        var mentioned = read;
        var through = isBlock ? read & NameMentions.ScopedBlock : read & ~outer.Assigned;
        var shadowed = isBlock ? NameMentions.None : assigned & ~outer.Read;
        (read, assigned) = (outer.Read | through, outer.Assigned | shadowed);
        return mentioned;
    }

    private static NameMentions Flag(string name) =>
        name switch
        {
            "loop" => NameMentions.Loop,
            "self" => NameMentions.Self,
            "super" => NameMentions.Super,
            "caller" => NameMentions.Caller,
            "varargs" => NameMentions.VarArgs,
            "kwargs" => NameMentions.KwArgs,
            _ => NameMentions.None,
        };
}
