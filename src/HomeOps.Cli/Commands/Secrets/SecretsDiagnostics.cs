using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>The findings of the secrets commands that are not about a SOPS file itself.</summary>
internal static class SecretsDiagnostics
{
    public static Diagnostic NoEditor() =>
        Diagnostic.Error("HO0691", "there is no editor", hint: "name one in EDITOR or SOPS_EDITOR, e.g. EDITOR=nano");

    public static Diagnostic EditorFailed(string editor, int exitCode, string file) =>
        Diagnostic.Error(
            "HO0692",
            $"the editor '{editor}' ended with exit code {exitCode}, so '{file}' was not changed",
            hint: "an editor that returns before its window is closed needs an option to wait, e.g. EDITOR='code --wait'"
        );

    public static Diagnostic GitFailed(string command, int exitCode) =>
        Diagnostic.Error(
            "HO0693",
            $"git {command} ended with exit code {exitCode}",
            hint: "what git said is above; this command needs a Git repository"
        );

    public static Diagnostic HookExists(string path) =>
        Diagnostic.Error(
            "HO0694",
            $"there is a pre-commit hook that is not homeops's: {path}",
            Location.OfFile(path),
            "add the line 'homeops secrets check --staged' to it"
        );

    public static Diagnostic NotConfirmed() =>
        Diagnostic.Error("HO0695", "nothing was written, for nobody agreed", hint: "add --yes to write without asking");

    public static Diagnostic NotInBackground(string option) =>
        Diagnostic.Error(
            "HO0697",
            $"{option} is not supported: homeops waits for the command, passes its exit code on and removes what it handed over",
            hint: "leave the option out; to go on meanwhile, put homeops itself into the background"
        );

    public static Diagnostic NotAsUser(string user) =>
        Diagnostic.Error(
            "HO0698",
            $"--user is not supported: homeops does not change to another user ('{user}')",
            hint: $"let the command do it, e.g. 'sudo --preserve-env -u {user} …'"
        );

    public static Diagnostic MergeConflict(string file, string path) =>
        Diagnostic.Error(
            "HO0696",
            $"both sides changed '{path}' of '{file}' differently; ours was kept",
            hint: $"set the value that is right with 'homeops secrets edit {file}', then git add it"
        );
}
