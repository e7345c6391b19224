using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary><c>homeops secrets exec-file</c>: runs a command that reads the plaintext from a named pipe or a private file.</summary>
internal static class SecretsExecFileCommand
{
    private static int Run(World world, Request request) =>
        SecretsFailures.Report(
            world,
            () =>
            {
                SopsPlain plain;
                using (var opened = SecretsFile.Open(world, request.File, request.Config, request.Type))
                {
                    plain = opened.Format.Decrypt(opened.Source, opened.Keys);
                }

                // The keys are cleared before the command starts, which may run for days.
                var content = request.OutputType is { } other
                    ? Encoding.UTF8.GetBytes(plain.ToText(SopsTypes.Format(other, request.File), StoreIndents.Default))
                    : plain.ToBytes();
                using var folder = SecretsPrivateFolder.Create(world);
                folder.IsInUse = true;
                try
                {
                    return request.NoFifo
                        ? Call(world, request.CommandLine, folder.Write(request.FileName, content))
                        : CallWithFifo(world, request.CommandLine, folder.MakeFifo(request.FileName), content);
                }
                finally
                {
                    CryptographicOperations.ZeroMemory(content);
                }
            }
        );

    private static int CallWithFifo(World world, string commandLine, string fifo, byte[] content)
    {
        var writer = new Thread(() => Feed(fifo, content)) { IsBackground = true };
        writer.Start();
        var ended = Call(world, commandLine, fifo);
        if (writer.IsAlive)
        {
            // The command never opened the pipe, or did not read it to the end: the writer waits for a reader, who comes and goes.
            using (new FileStream(fifo, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0)) { }

            writer.Join(TimeSpan.FromSeconds(1));
        }

        return ended;
    }

    private static void Feed(string fifo, byte[] content)
    {
        try
        {
            using var pipe = new FileStream(fifo, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            pipe.Write(content);
        }
        catch (IOException)
        {
            // The command closed the pipe early; its exit code tells whether it was content.
        }
    }

    private static int Call(World world, string commandLine, string path) =>
        world.Processes.Run(
            new ProgramCall(
                ["/bin/sh", "-c", commandLine.Replace("{}", path, StringComparison.Ordinal)],
                world.WorkingFolder
            )
        );

    private sealed record Request(
        string File,
        string CommandLine,
        string FileName,
        bool NoFifo,
        string? Config,
        string? Type,
        string? OutputType
    );

    public static Command Create(World world)
    {
        var file = SopsOptions.File();
        var commandLine = new Argument<string>("command")
        {
            Description = "The command line, run by /bin/sh -c; {} stands for the path of the plaintext",
        };
        var noFifo = new Option<bool>("--no-fifo")
        {
            Description = "A private file instead of a named pipe, for commands that read it twice; removed afterwards",
        };
        var fileName = new Option<string>("--filename")
        {
            Description = "The name of the pipe or file, for commands that look at its ending",
            DefaultValueFactory = static _ => "tmp-file",
            HelpName = "name",
        };
        var config = SopsOptions.Config();
        var type = SopsOptions.InputType();
        var outputType = SopsTypes.Option("--output-type", "Hand over another format");
        var command = new ExampleCommand("exec-file", "Run a command that reads the plaintext of a file")
        {
            Examples =
            [
                ("homeops secrets exec-file secret.sops.yaml 'kubectl apply -f {}'", "its exit code is passed on"),
            ],
        };
        command.Arguments.Add(file);
        command.Arguments.Add(commandLine);
        foreach (var option in (Option[])[noFifo, fileName, config, type, outputType])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (
                result.GetValue(fileName) is { } name
                && (name.Length == 0 || name != Path.GetFileName(name) || name[0] == '.')
            )
            {
                result.AddError("--filename is a plain file name");
            }
        });
        var refused = new ExecRefusals();
        refused.AddTo(command);
        command.SetAction(parsed =>
            refused.Find(parsed) is { } finding
                ? new FindingsPrinter(world.Terminal).Print([finding])
                : Run(
                    world,
                    new Request(
                        parsed.GetRequiredValue(file),
                        parsed.GetRequiredValue(commandLine),
                        parsed.GetRequiredValue(fileName),
                        parsed.GetValue(noFifo),
                        parsed.GetValue(config),
                        parsed.GetValue(type),
                        parsed.GetValue(outputType)
                    )
                )
        );
        return command;
    }
}
