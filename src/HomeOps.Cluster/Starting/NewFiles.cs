using System.Text;
using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Makes files that are not there yet, and keeps the list of what was made and what was there.</summary>
internal sealed class NewFiles(string folder, DiagnosticBag findings)
{
    private readonly List<InitFile> made = [];

    /// <summary>The files asked for so far, those that could not be made left out.</summary>
    public IReadOnlyList<InitFile> Made => made;

    public bool Exists(string name) =>
        Path.Exists(Path.Join(folder, name)) || new FileInfo(Path.Join(folder, name)).LinkTarget is not null;

    /// <summary>Makes a file unless it exists. The text is asked for only when it is needed.</summary>
    public void Add(string name, string purpose, Func<string> text, bool isPrivate = false)
    {
        if (Exists(name))
        {
            made.Add(new InitFile(name, IsNew: false, purpose));
            return;
        }

        if (
            NewFile.Create(
                Path.Join(folder, name),
                Encoding.UTF8.GetBytes(text()),
                isPrivate ? MemoryFile.PrivateMode : MemoryFile.DefaultMode
            ) is
            { } failure
        )
        {
            findings.Add(failure);
            return;
        }

        made.Add(new InitFile(name, IsNew: true, purpose));
    }
}
