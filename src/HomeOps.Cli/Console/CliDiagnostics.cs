using HomeOps.Files;
using HomeOps.Text;

namespace HomeOps.Cli;

/// <summary>The findings of the command line itself.</summary>
internal static class CliDiagnostics
{
    private const string MakeConfig = "make a .sops.yaml in this folder or above it";

    public static Diagnostic Usage(string problem, string command) =>
        Diagnostic.Error("HO0001", Wording.OfLibrary(problem), hint: $"see '{command} --help'");

    public static Diagnostic UnknownCommand(string word, string command, string? nearest) =>
        Diagnostic.Error(
            "HO0002",
            $"'{command}' has no command or argument '{word}'",
            hint: nearest is null ? $"see '{command} --help'" : $"did you mean '{nearest}'?"
        );

    public static Diagnostic FileSystem(Exception exception) =>
        Diagnostic.Error(
            "HO0003",
            Wording.OfLibrary(exception.Message),
            hint: exception is PathEscapeException
                ? "remove the link, or make it point inside the folder"
                : "check the path, its permissions and the free space"
        );

    public static Diagnostic BinaryToTerminal() =>
        Diagnostic.Error(
            "HO0004",
            "the result is binary and would go to the terminal",
            hint: "name a file with --output, redirect it, or ask for text with --armor"
        );

    public static Diagnostic NoNameForStandardInput() =>
        Diagnostic.Error(
            "HO0005",
            "standard input has no name to choose a rule and a format by",
            hint: "say which file it will become: --filename-override NAME"
        );

    public static Diagnostic NoSopsConfig(string file, bool takesRecipients = false) =>
        Diagnostic.Error(
            "HO0006",
            $"nothing says for whom '{file}' is to be encrypted",
            hint: takesRecipients ? $"{MakeConfig}, or name recipients with --age" : MakeConfig
        );

    public static Diagnostic NoSopsConfigOfRepository() =>
        Diagnostic.Error("HO0006", "nothing says which files are to be encrypted, and for whom", hint: MakeConfig);

    public static Diagnostic NotEncrypted(string file) =>
        Diagnostic.Error(
            "HO0007",
            $"'{file}' is not encrypted",
            Location.OfFile(file),
            $"encrypt it with `homeops secrets encrypt --in-place {file}`"
        );

    public static Diagnostic EmptyValue(string option, string command) =>
        Diagnostic.Error("HO0030", $"the value of '{option}' is empty", hint: $"name a path; see '{command} --help'");

    public static Diagnostic NoWorkingFolder() =>
        Diagnostic.Error(
            "HO0031",
            "the working folder was deleted, or cannot be reached",
            hint: "change to a folder that exists; when it was made anew: cd \"$PWD\""
        );

    public static Diagnostic NoStandardOutput(StandardOutputException closed) =>
        Diagnostic.Error("HO0032", closed.Message, hint: "redirect it to a file that can be written, or name one");
}
