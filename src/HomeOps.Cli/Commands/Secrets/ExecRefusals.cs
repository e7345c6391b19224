using System.CommandLine;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>Options of sops's exec-env and exec-file that homeops knows only to say why they are not here.</summary>
internal sealed class ExecRefusals
{
    private readonly Option<bool> background = Refused<bool>("--background");
    private readonly Option<bool> sameProcess = Refused<bool>("--same-process");
    private readonly Option<string?> user = Refused<string?>("--user");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[background, sameProcess, user])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Why the command cannot be run as it was asked for; null when it can.</summary>
    public Diagnostic? Find(ParseResult parsed) =>
        parsed.GetValue(background) ? SecretsDiagnostics.NotInBackground(background.Name)
        : parsed.GetValue(sameProcess) ? SecretsDiagnostics.NotInBackground(sameProcess.Name)
        : parsed.GetValue(user) is { } name ? SecretsDiagnostics.NotAsUser(name)
        : null;

    private static Option<T> Refused<T>(string name) =>
        new(name) { Description = "Not supported; the finding says why", Hidden = true };
}
