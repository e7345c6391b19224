namespace HomeOps.EndToEnd;

/// <summary>
/// A repository with plain and encrypted files whose values are marks, and a row for every command of <c>secrets</c> and <c>age</c>: a
/// run that succeeds, and where it may let the marks out.
/// </summary>
internal sealed class SecretsHousehold : IDisposable
{
    /// <summary>Stands in every secret value.</summary>
    public const string Mark = "canary-4d1e";

    private const string Plain = $"kind: Secret\nstringData:\n  token: {Mark}-one\n  list: [{Mark}-two]\n";
    private const string Token = "[\"stringData\"][\"token\"]";

    private readonly ScratchFolder scratch = new();

    /// <summary>Plaintext that the user keeps, or gives to a command.</summary>
    public static IReadOnlyList<string> PlainInputs { get; } =
    ["plain.sops.yaml", "value.json", "edited", "extra", "broken"];

    /// <summary>Where a command was asked to put the plaintext.</summary>
    public enum Outlet
    {
        None,

        /// <summary>Standard output.</summary>
        Output,

        /// <summary>A file that the command line names, <c>back.yaml</c> or <c>a.sops.yaml</c>.</summary>
        File,

        /// <summary>A private folder, gone at the end.</summary>
        PrivateFolder,
    }

    /// <summary>A run of a command.</summary>
    /// <param name="Outlet">Where the plaintext may go.</param>
    /// <param name="ExitCode">How it ends when nothing goes wrong.</param>
    /// <param name="Args">The command line.</param>
    public sealed record Row(Outlet Outlet, int ExitCode, params string[] Args)
    {
        public override string ToString() => string.Join(' ', Args);
    }

    /// <summary>Every command at least once.</summary>
    public static IReadOnlyList<Row> Rows { get; } =
    [
        new(Outlet.None, 0, "secrets", "encrypt", "-i", "plain.sops.yaml"),
        new(Outlet.None, 0, "secrets", "encrypt", "--output", "b.sops.yaml", "plain.sops.yaml"),
        new(Outlet.Output, 0, "secrets", "decrypt", "a.sops.yaml"),
        new(Outlet.Output, 0, "secrets", "decrypt", "--output-type", "json", "a.sops.yaml"),
        new(Outlet.File, 0, "secrets", "decrypt", "-i", "a.sops.yaml"),
        new(Outlet.File, 0, "secrets", "decrypt", "--output", "back.yaml", "a.sops.yaml"),
        new(Outlet.PrivateFolder, 0, "secrets", "edit", "a.sops.yaml"),
        new(Outlet.Output, 0, "secrets", "get", "a.sops.yaml", Token),
        new(Outlet.None, 0, "secrets", "set", "a.sops.yaml", Token, "--value-file", "value.json"),
        new(Outlet.None, 0, "secrets", "unset", "a.sops.yaml", Token),
        new(Outlet.None, 0, "secrets", "rotate", "-i", "a.sops.yaml"),
        new(Outlet.None, 0, "secrets", "updatekeys", "--yes"),
        new(Outlet.None, 1, "secrets", "status"),
        new(Outlet.None, 1, "secrets", "check", "--identity", "age.key"),
        new(Outlet.None, 0, "secrets", "rules", "a.sops.yaml"),
        new(Outlet.None, 0, "secrets", "diff", "a.sops.yaml", "b.sops.yaml"),
        new(Outlet.None, 0, "secrets", "exec-env", "c.sops.env", "test -n \"$DATA\""),
        new(Outlet.PrivateFolder, 0, "secrets", "exec-file", "a.sops.yaml", "grep -q canary {}"),
        new(Outlet.PrivateFolder, 0, "secrets", "exec-file", "--no-fifo", "a.sops.yaml", "grep -q canary {}"),
        new(Outlet.None, 0, "secrets", "keygen", "-o", "new.key"),
        new(Outlet.None, 0, "secrets", "merge-driver", "b.sops.yaml", "a.sops.yaml", "b.sops.yaml"),
        new(Outlet.None, 0, "secrets", "install-hooks"),
        new(Outlet.None, 0, "age", "encrypt", "-i", "age.key", "-o", "new.age", "plain.sops.yaml"),
        new(Outlet.Output, 0, "age", "decrypt", "-i", "age.key", "doc.age"),
        new(Outlet.File, 0, "age", "decrypt", "-i", "age.key", "-o", "back.yaml", "doc.age"),
    ];

    public SecretsHousehold()
    {
        Directory.CreateDirectory(Folder);
        Directory.CreateDirectory(this["run"]);
        Program.Run("git", Folder, ["init", "--quiet"]).Expect(0);
        Run("secrets", "keygen", "--age-key", "classic", "-o", "age.key");
        WriteRule(Recipient("age.key"));
        foreach (var name in (string[])["a.sops.yaml", "b.sops.yaml", "plain.sops.yaml"])
        {
            Write(name, name[0] == 'b' ? Plain.Replace("one", "other", StringComparison.Ordinal) : Plain);
        }

        Write("c.sops.env", $"DATA={Mark}-env\n");
        Write("value.json", $"\"{Mark}-new\"");
        Run("secrets", "encrypt", "-i", "a.sops.yaml");
        Run("secrets", "encrypt", "-i", "b.sops.yaml");
        Run("secrets", "encrypt", "-i", "c.sops.env");
        Run("age", "encrypt", "-i", "age.key", "-o", "doc.age", "plain.sops.yaml");
        // What editors write comes from files: a mark on their command lines would be the test's own.
        Write("edited", Plain.Replace("one", "edited", StringComparison.Ordinal));
        Write("extra", $"# {Mark}\n");
        Write("broken", $"broken: [{Mark}\n");
        Script("editor", "cat edited > \"$1\"");
        Script("editor-fails", "cat extra >> \"$1\"; exit 3");
        Script("editor-dies", "cat extra >> \"$1\"; kill -SEGV $$");
        Script("editor-breaks", "cat broken >> \"$1\"");

        // Work for updatekeys.
        Run("secrets", "keygen", "--age-key", "classic", "-o", "second.key");
        WriteRule(Recipient("age.key"), Recipient("second.key"));
    }

    /// <summary>Where commands run.</summary>
    public string Folder => scratch["home"];

    public ScratchFolder Scratch => scratch;

    /// <summary>The editor, and where private folders are made.</summary>
    public Dictionary<string, string> Variables =>
        new(StringComparer.Ordinal) { ["EDITOR"] = this["editor"], ["XDG_RUNTIME_DIR"] = this["run"] };

    public string this[string name] => scratch["home/" + name];

    public string Read(string name) => scratch.Read("home/" + name);

    /// <summary>Every file but git's own, by its path below the folder.</summary>
    public Dictionary<string, string> Files() =>
        Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, f))
            .Where(static f => !f.StartsWith(".git/", StringComparison.Ordinal))
            .ToDictionary(
                static f => f,
                f => File.ReadAllText(this[f], System.Text.Encoding.Latin1),
                StringComparer.Ordinal
            );

    /// <summary>Puts every file back.</summary>
    public void Restore(Dictionary<string, string> files)
    {
        File.Delete(this[".git/hooks/pre-commit"]);
        foreach (var name in Files().Keys.Except(files.Keys, StringComparer.Ordinal))
        {
            File.Delete(this[name]);
        }

        foreach (var (name, content) in files)
        {
            File.WriteAllText(this[name], content, System.Text.Encoding.Latin1);
        }
    }

    /// <summary>The plaintext of a file that must be sound.</summary>
    public string Decrypt(string name) =>
        HomeOpsBinary.Run(Folder, input: null, ["secrets", "decrypt", name], Variables).Expect(0).Output;

    /// <summary>Lets the next homeops remove what a killed one could not, and looks whether it did.</summary>
    public void ExpectPrivateFolderIsRemoved()
    {
        HomeOpsBinary.Run(Folder, input: null, ["secrets", "exec-file", "b.sops.yaml", "true"], Variables).Expect(0);
        Assert.Empty(Directory.GetFileSystemEntries(this["run"]));
    }

    public void Dispose() => scratch.Dispose();

    private void Run(params string[] args) => HomeOpsBinary.Run(Folder, args).Expect(0);

    private void Write(string name, string text) => scratch.Write("home/" + name, text);

    private string Recipient(string key) => Read(key).Split('\n')[1]["# public key: ".Length..];

    private void WriteRule(params string[] recipients) =>
        Write(
            ".sops.yaml",
            "creation_rules:\n  - path_regex: \\.sops\\.(yaml|env)$\n    encrypted_regex: ^(DATA|stringData)$\n"
                + $"    age: {string.Join(',', recipients)}\n"
        );

    private void Script(string name, string line)
    {
        Write(name, $"#!/bin/sh\n{line}\n");
        File.SetUnixFileMode(this[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
