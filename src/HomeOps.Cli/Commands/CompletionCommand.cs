using System.CommandLine;

namespace HomeOps.Cli.Commands;

/// <summary>
/// <c>homeops completion SHELL</c>: prints the script that teaches a shell to complete homeops. The scripts ask the program itself, through
/// System.CommandLine's <c>[suggest:N]</c> directive, so they never go stale.
/// </summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _homeops() {
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(homeops "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _homeops homeops

        """;

    private const string Zsh = """
        #compdef homeops
        _homeops() {
            local -a candidates
            candidates=("${(@f)$(homeops "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a candidates
            _files
        }
        compdef _homeops homeops

        """;

    private const string Fish = """
        complete -c homeops -a '(homeops "[suggest:"(commandline -C)"]" (commandline -p) 2>/dev/null)'

        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName homeops -ScriptBlock {
            param($word, $ast, $cursor)
            homeops "[suggest:$cursor]" "$ast" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    private static int Run(World world, string shell)
    {
        world.Terminal.Out.Write(
            shell switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                "fish" => Fish,
                _ => PowerShell,
            }
        );
        return ExitCode.Done;
    }

    public static Command Create(World world)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or powershell", HelpName = "shell" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "powershell");
        var command = new ExampleCommand("completion", "Print the script that completes homeops in a shell")
        {
            Examples =
            [
                (
                    "homeops completion bash > ~/.local/share/bash-completion/completions/homeops",
                    "complete homeops in bash from the next login on"
                ),
                ("homeops completion fish | source", "complete homeops in this fish"),
            ],
        };
        command.Arguments.Add(shell);
        command.SetAction(parsed => Run(world, parsed.GetRequiredValue(shell)));
        return command;
    }
}
