using System.Diagnostics;
using HomeOps.Age;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Conformance;

/// <summary>One run of a sops command each: how it ends, what it prints, what it leaves of the file.</summary>
internal static class SopsOperationVectors
{
    public static string? Run(SopsVector vector)
    {
        var before = vector.Source("before.yaml");
        using var keys = vector.Keys();
        var context = SopsContext.System with { Clock = new SopsClock(vector.Source("after.yaml").Text) };
        var stdout = "";
        SopsUpdate? update = null;
        var exit = 0;
        var (failure, message) = SopsExit.Run(() => (exit, stdout, update) = Execute(vector, before, keys, context));
        exit = failure != 0 ? failure : exit;
        if (exit != vector.Exit)
        {
            return $"exit {exit}, expected {vector.Exit}; {message}";
        }

        // What updatekeys prints is the command's affair.
        var printed = SopsVector.Text(vector.Expected, "stdout") ?? "";
        return stdout != printed && update is null
            ? $"printed '{stdout}', expected '{printed}'"
            : Compare(vector, before, update, keys);
    }

    private static (int Exit, string Stdout, SopsUpdate? Update) Execute(
        SopsVector vector,
        SourceText before,
        SopsKeyRing keys,
        SopsContext context
    )
    {
        var format = SopsFormat.Yaml;
        var args = vector
            .Strings("args")
            .Where(static a => a is not ("$F" or "--idempotent" or "-i" or "-y" or "--no-fifo"))
            .ToList();
        switch (args)
        {
            case ["decrypt", "--output-type", var type]:
                var other = type == "json" ? SopsFormat.Json : SopsFormat.Dotenv;
                return (0, format.Decrypt(before, keys).ToText(other, new StoreIndents(2, 2, 2)), null);
            case ["decrypt", "--extract", var path]:
                return (0, format.Decrypt(before, keys).Extract(SopsPath.Parse(path)), null);
            case ["filestatus"]:
                return (0, $"{{\"encrypted\":{(format.Status(before).IsEncrypted ? "true" : "false")}}}\n", null);
            case ["exec-env", var command]:
                return Shell(command, format.Decrypt(before, keys).ToEnvironment());
            case ["exec-file", "cat {}"]:
                return (0, format.Decrypt(before, keys).ToText(), null);
            case ["rotate"]:
                return (0, "", format.Rotate(before, keys, context));
            case ["set", var path, var value]:
                return (0, "", format.Set(before, SopsPath.Parse(path), value, keys, context));
            case ["unset", var path]:
                return (0, "", format.Unset(before, SopsPath.Parse(path), keys, context));
            case ["updatekeys"]:
                IReadOnlyList<AgeRecipient> recipients = SopsConfig
                    .Parse(vector.Source("sops.yaml"))
                    .RequireRule("f.yaml")
                    .Recipients;
                return (0, "", format.UpdateKeys(before, recipients, keys, context));
            default:
                throw new InvalidOperationException($"nothing runs '{string.Join(' ', args)}'");
        }
    }

    private static (int Exit, string Stdout, SopsUpdate? Update) Shell(
        string command,
        IReadOnlyList<KeyValuePair<string, string>> variables
    )
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("no shell");
        var stdout = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, stdout, null);
    }

    private static string? Compare(SopsVector vector, SourceText before, SopsUpdate? update, SopsKeyRing keys)
    {
        var text = update?.Text ?? before.Text;
        var unchanged =
            SopsVector.Text(vector.Expected, "unchanged") == "either"
            || vector.Expected.GetProperty("unchanged").GetBoolean() == (text == before.Text);
        if (!unchanged)
        {
            return text == before.Text ? "the file did not change" : "the file changed";
        }

        var kept = SopsLines.Kept(before.Text, text);
        var least = vector.Expected.GetProperty("kept_lines").GetInt32();
        if (kept < least)
        {
            return $"{kept} lines kept, sops keeps {least}";
        }

        var after = new SourceText("after.yaml", text);

        // After updatekeys only the new recipient opens the file.
        using var later = vector.Has("sops.yaml") ? vector.Keys("x25519-2.txt") : null;
        return vector.Differs("dec-after.yaml", SopsFormat.Yaml.Decrypt(after, later ?? keys).ToText());
    }
}
