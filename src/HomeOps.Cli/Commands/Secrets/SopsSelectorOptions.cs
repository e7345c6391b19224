using System.CommandLine;
using System.CommandLine.Parsing;
using HomeOps.Sops;

namespace HomeOps.Cli.Commands;

/// <summary>The options that say which values are encrypted, with sops's names. They win over what a rule says.</summary>
internal sealed class SopsSelectorOptions
{
    private readonly (SelectorKind Kind, Option<string?> Option)[] kinds =
    [
        .. Enum.GetValues<SelectorKind>()
            .Select(static kind => new SopsSelector(kind, ""))
            .Where(static selector => selector.Name is not null)
            .Select(static selector => (selector.Kind, Option(selector))),
    ];

    private readonly Option<bool> macOnlyEncrypted = new("--mac-only-encrypted")
    {
        Description = "Leave plain values out of the MAC, so that they can be changed without a key",
    };

    public void AddTo(Command command)
    {
        foreach (var (_, option) in kinds)
        {
            command.Options.Add(option);
        }

        command.Options.Add(macOnlyEncrypted);
        command.Validators.Add(Validate);
    }

    /// <summary>A rule with what the command line says instead.</summary>
    public Func<CreationRule, CreationRule> Read(ParseResult parsed)
    {
        var given = kinds.Where(k => parsed.GetValue(k.Option) is { Length: > 0 }).ToList();
        var selector =
            given.Count == 0 ? null : new SopsSelector(given[0].Kind, parsed.GetValue(given[0].Option) ?? "");
        var isMacOnlyEncrypted = parsed.GetValue(macOnlyEncrypted);
        return rule =>
            rule with
            {
                Selector = selector ?? rule.Selector,
                MacOnlyEncrypted = isMacOnlyEncrypted || rule.MacOnlyEncrypted,
            };
    }

    private void Validate(CommandResult result)
    {
        var given = kinds.Where(k => result.GetValue(k.Option) is { Length: > 0 }).ToList();
        if (given.Count > 1)
        {
            result.AddError($"{given[0].Option.Name} and {given[1].Option.Name} cannot be used together");
            return;
        }

        foreach (var (kind, option) in given)
        {
            if (new SopsSelector(kind, result.GetValue(option) ?? "").Problem is { } problem)
            {
                result.AddError($"{option.Name}: {problem}");
            }
        }
    }

    private static Option<string?> Option(SopsSelector selector)
    {
        var isRegex = selector.Kind.ToString().EndsWith("Regex", StringComparison.Ordinal);
        return new Option<string?>("--" + (selector.Name ?? "").Replace('_', '-'))
        {
            Description = selector.Kind switch
            {
                SelectorKind.UnencryptedSuffix => "Encrypt all but what is below keys with this ending",
                SelectorKind.EncryptedSuffix => "Encrypt only what is below keys with this ending",
                SelectorKind.UnencryptedRegex => "Encrypt all but what is below keys that this finds",
                SelectorKind.EncryptedRegex => "Encrypt only what is below keys that this finds",
                SelectorKind.UnencryptedCommentRegex => "Encrypt all but what is below comments that this finds",
                _ => "Encrypt only what is below comments that this finds",
            },
            HelpName = isRegex ? "regex" : "suffix",
        };
    }
}
