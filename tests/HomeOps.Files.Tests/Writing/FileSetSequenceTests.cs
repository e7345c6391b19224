using CsCheck;

namespace HomeOps.Files.Tests;

public class FileSetSequenceTests
{
    // Paths that are a file in one set and a folder in another.
    private static readonly string[] Paths = ["a", "a/b", "a/b/c", "a/d", "b/x", "b/y", "c", "c/z/z"];

    private static readonly Gen<MemoryFile[]> Sets = Gen.Select(
            Gen.Int[0, Paths.Length - 1],
            Gen.Int[0, 2],
            static (path, text) => new MemoryFile(Paths[path], [(byte)('0' + text)])
        )
        .Array[0, 6]
        .Select(WithoutClashes);

    [Fact]
    public void After_any_sequence_of_sets_the_folder_holds_the_last_one_exactly() =>
        Sets.Array[1, 4]
            .Sample(
                static sets =>
                {
                    using var folder = new TemporaryFolder();
                    foreach (var set in sets)
                    {
                        var outcome = Write(folder, set);
                        Assert.Equal((true, 0), (outcome.IsWritten, outcome.Diagnostics.Count));
                    }

                    using var fresh = new TemporaryFolder();
                    Write(fresh, sets[^1]);
                    Assert.Equal(Content(fresh), Content(folder));
                    Assert.False(Write(folder, sets[^1]).Plan.HasChanges);
                },
                iter: 200
            );

    [Fact]
    public void What_a_person_wrote_survives_any_sequence_of_sets() =>
        Sets.Array[1, 4]
            .Sample(
                static sets =>
                {
                    using var folder = new TemporaryFolder();
                    folder.Write("a/mine", "mine");
                    folder.Write("c", "mine");
                    foreach (var set in sets)
                    {
                        Write(folder, set);
                        Assert.Equal(("mine", "mine"), (folder.Read("a/mine"), folder.Read("c")));
                    }
                },
                iter: 200
            );

    private static FileSetOutcome Write(TemporaryFolder folder, MemoryFile[] set) =>
        new FileSetWriter(folder.Path, new FaultyFileSystem(int.MaxValue, Fault.Deny)).Write(set, new FileSetOptions());

    // A folder that never held a file has no manifest; one that was emptied has an empty one.
    private static string Content(TemporaryFolder folder) =>
        string.Join('\n', folder.Snapshot().Split('\n').Where(static l => l.Length > 1 && l[0] is 'a' or 'b' or 'c'));

    private static MemoryFile[] WithoutClashes(MemoryFile[] files)
    {
        var kept = new List<MemoryFile>();
        foreach (var file in files)
        {
            if (!kept.Exists(k => $"{k.Path}/".StartsWith(file.Path + "/") || $"{file.Path}/".StartsWith(k.Path + "/")))
            {
                kept.Add(file);
            }
        }

        return [.. kept];
    }
}
