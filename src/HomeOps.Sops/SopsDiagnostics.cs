using HomeOps.Text;

namespace HomeOps.Sops;

/// <summary>Every finding about a SOPS file or its keys, one method for each mistake.</summary>
internal static class SopsDiagnostics
{
    public static Diagnostic NotEncrypted(Location at) =>
        Error(
            "HO0601",
            "the file is not encrypted with SOPS",
            at,
            "it has no top-level 'sops' block; encrypt it first"
        );

    public static Diagnostic AlreadyEncrypted(Location at) =>
        Error(
            "HO0602",
            "the file is encrypted already, or uses the name 'sops' that SOPS keeps for itself",
            at,
            "decrypt it first, or rename the top-level 'sops' entry"
        );

    public static Diagnostic Empty(Location at) =>
        Error(
            "HO0603",
            "the file has no content",
            at,
            "SOPS cannot encrypt an empty file; write at least one key and value"
        );

    public static Diagnostic TopLevelNotMap(Location at) =>
        Error(
            "HO0604",
            "the top level is not a map",
            at,
            "SOPS encrypts values under keys; put the content under a key"
        );

    public static Diagnostic KeyNotString(Location at) =>
        Error("HO0605", "a key is not a string", at, "put the key in double quotes");

    public static Diagnostic DuplicateKey(string key, Location at) =>
        Error("HO0606", $"the key '{key}' occurs twice in one map", at, "remove one of them");

    public static Diagnostic UnreadableScalar(Location at) =>
        Error(
            "HO0607",
            "the value does not fit its tag, or is an integer above 9223372036854775807",
            at,
            "put the value in quotes to keep it as text"
        );

    public static Diagnostic Malformed(string format, string problem, Location at) =>
        Error("HO0608", $"this is not valid {format}: {problem}", at);

    public static Diagnostic TooManyNodes(Location at) =>
        Error(
            "HO0609",
            "the aliases stand for more than a million values",
            at,
            "SOPS expands aliases; write the values out"
        );

    public static Diagnostic MalformedPlaintext(string code, Location at) =>
        Error(
            "HO0617",
            $"the plaintext is not valid YAML here ({code})",
            at,
            "put a value that begins with one of * & % @ ! ` { [ | > in quotes; the line is not shown because it may be a secret"
        );

    public static Diagnostic DamagedFile(string code, Location at) =>
        Error(
            "HO0619",
            $"this SOPS file was damaged: it is no valid YAML here any more ({code})",
            at,
            "restore it from Git; values are changed with 'homeops secrets edit', not in the encrypted file"
        );

    public static Diagnostic MetadataNotMap(Location at) =>
        Error(
            "HO0610",
            "'sops' is not a block of SOPS metadata",
            at,
            "rename the entry, or restore the block from Git"
        );

    public static Diagnostic NoVersion(Location at) =>
        Error(
            "HO0611",
            "the SOPS metadata have no 'version'",
            at,
            "restore the block from Git; every SOPS release writes it"
        );

    public static Diagnostic TwoSelectors(string first, string second, Location at) =>
        Error(
            "HO0612",
            $"'{first}' and '{second}' cannot be used together",
            at,
            "at most one of the six settings that choose what is encrypted may be set"
        );

    public static Diagnostic BadLastModified(Location at) =>
        Error(
            "HO0613",
            "'lastmodified' is not a time",
            at,
            "it reads like 2026-01-31T12:00:00Z; the MAC depends on it, so restore it from Git"
        );

    public static Diagnostic NoKeysInFile(Location at) =>
        Error(
            "HO0614",
            "the SOPS metadata name no key, so nobody can decrypt the file",
            at,
            "restore the 'age' list from Git; without it the values are lost"
        );

    public static Diagnostic BadMetadataField(string name, Location at) =>
        Error("HO0615", $"'{name}' in the SOPS metadata is not of the right kind", at, "restore the block from Git");

    public static Diagnostic CannotRelock(Location at) =>
        Error(
            "HO0616",
            "the file is encrypted to other keys than age recipients, or to several key groups, so its data key cannot be changed here",
            at,
            "use sops for this file, or reduce it to one group of age recipients"
        );

    public static Diagnostic NoKey(
        IReadOnlyList<string> recipients,
        IReadOnlyList<string> others,
        IReadOnlyList<KeySource> sources,
        int groupsOpened,
        int groupsNeeded,
        Location at
    )
    {
        var wanted = recipients.Count > 0 ? string.Join(", ", recipients.Select(Shorten)) : "no age recipient";
        if (others.Count > 0)
        {
            wanted += $" (and {string.Join(", ", others)}, which cannot be used here)";
        }

        var groups =
            groupsNeeded > 1 ? $"; {groupsOpened} of the {groupsNeeded} key groups needed could be opened" : "";
        var found = sources.Where(static s => !s.IsCustomary || s.Identities.Count > 0).ToList();
        var read =
            found.Count == 0
                ? "no age identity was found at all"
                : "identities read: " + string.Join("; ", found.Select(Describe));
        return Error(
            "HO0620",
            $"none of the keys at hand opens the file; it is encrypted to {wanted}{groups}",
            at,
            $"{read}\nput the identity of one of these recipients into age.key, or name its file in SOPS_AGE_KEY_FILE"
        );
    }

    public static Diagnostic BadKeySource(string name, string problem) =>
        Diagnostic.Warning(
            "HO0621",
            $"the age identities in {name} cannot be used: {problem}",
            null,
            "one bad line makes the whole source unusable; one identity a line, comments start with '#'"
        );

    public static Diagnostic CannotDecrypt(string path, Location at) =>
        Error(
            "HO0630",
            $"the value of '{path}' does not decrypt",
            at,
            "it was changed, or its key was renamed or moved, after it was encrypted; restore it from Git"
        );

    public static Diagnostic PlainInEncryptedPlace(string path, Location at) =>
        Error(
            "HO0631",
            $"the value of '{path}' is not encrypted, but the file's settings say it is",
            at,
            "it was added by hand: decrypt the file as it was, add the value there and encrypt again. Treat the value as leaked if it was pushed"
        );

    public static Diagnostic WrongType(string path, string type, Location at) =>
        Error(
            "HO0632",
            $"the value of '{path}' decrypts, but is not of its type '{type}'",
            at,
            "the type behind 'type:' was changed after encryption; restore it from Git"
        );

    public static Diagnostic NotStringInEncryptedPlace(string path, Location at) =>
        Error(
            "HO0633",
            $"the value of '{path}' is no string, but the file's settings say it is encrypted",
            at,
            "it was added by hand: decrypt the file as it was, add the value there and encrypt again"
        );

    public static Diagnostic NoMac(Location at) =>
        Error("HO0640", "the file has no MAC, so it may have been tampered with", at, "restore 'mac' from Git");

    public static Diagnostic MacUnreadable(Location at) =>
        Error(
            "HO0641",
            "the MAC does not decrypt, so the file may have been tampered with",
            at,
            "'mac' or 'lastmodified' was changed by hand or by a merge; restore both from Git"
        );

    public static Diagnostic MacMismatch(Location at) =>
        Error(
            "HO0642",
            "the MAC does not fit the content: values were added, removed, reordered or changed since the file was written",
            at,
            "restore the file from Git; or read it with `homeops secrets decrypt --ignore-mac`, check every value and encrypt it again"
        );

    public static Diagnostic BadConfig(string problem, Location at) =>
        Error("HO0650", $"the SOPS configuration cannot be used: {problem}", at);

    public static Diagnostic UnknownRuleKey(string key, string? nearest, bool matchesEverything, Location at) =>
        Diagnostic.Warning(
            "HO0651",
            $"'{key}' is not a setting of a creation rule, so it is ignored"
                + (matchesEverything ? " and the rule covers every file" : ""),
            at,
            nearest is not null ? $"did you mean '{nearest}'?"
                : matchesEverything ? "did you mean 'path_regex'?"
                : null
        );

    public static Diagnostic WrongConfigName(string path) =>
        Diagnostic.Warning(
            "HO0652",
            $"{path} is not read: SOPS only knows the name .sops.yaml",
            Location.OfFile(path),
            "rename it to .sops.yaml"
        );

    public static Diagnostic NoMatchingRule(string path, Location at) =>
        Error(
            "HO0653",
            $"no creation rule covers {path}",
            at,
            "add a rule whose path_regex finds something in that path, or move the file"
        );

    public static Diagnostic BadExpression(string key, string problem, Location at) =>
        Error(
            "HO0654",
            $"{key}: {problem}",
            at,
            "SOPS uses Go's regular expressions, which have no lookaround or backreferences"
        );

    public static Diagnostic EmptyKeyGroup(Location at) =>
        Error("HO0656", "the creation rule names no key to encrypt to", at, "give it at least one age recipient");

    public static Diagnostic NegativeIndent(Location at) =>
        Error("HO0657", "a negative indent is not possible", at, "write 2 or 4");

    public static Diagnostic SeveralGroups(Location at) =>
        Error(
            "HO0658",
            "the creation rule has several key groups, and files for them cannot be written yet",
            at,
            "use one group; files with several groups can be read"
        );

    public static Diagnostic BadRecipient(Diagnostic problem, Location at) =>
        Error("HO0659", $"a recipient cannot be used: {problem.Message}", at, problem.Hint);

    public static Diagnostic OnlyForeignKeys(IReadOnlyList<string> kinds, Location at) =>
        Error(
            "HO0660",
            $"the creation rule encrypts to {string.Join(", ", kinds)}, and only age is supported",
            at,
            "add an age recipient to the rule and remove the others"
        );

    public static Diagnostic ForeignKeysIgnored(IReadOnlyList<string> kinds, Location at) =>
        Diagnostic.Warning(
            "HO0661",
            $"the keys under {string.Join(", ", kinds)} are left out: only age is supported",
            at,
            "files encrypted here can be opened by the rule's age recipients only"
        );

    public static Diagnostic Complex(string format, string key, Location at) =>
        Error(
            "HO0670",
            $"'{key}' is a map or a list, which {format} cannot hold",
            at,
            "use YAML or JSON for nested values"
        );

    public static Diagnostic ComplexEnvironment(string key, Location at) =>
        Error("HO0674", $"'{key}' is a map or a list, which no environment variable can hold", at);

    public static Diagnostic NotExpressible(string format, string problem, Location at) =>
        Error("HO0671", $"{format} cannot hold this: {problem}", at);

    public static Diagnostic NoSuchPath(string path, Location at) =>
        Error("HO0672", $"there is no value at '{path}'", at);

    public static Diagnostic BadPath(string path) =>
        Diagnostic.Error(
            "HO0673",
            $"'{path}' is not a path to a value",
            null,
            "write keys in quotes and list positions without, each in brackets: [\"stringData\"][\"token\"] or [\"list\"][0]"
        );

    public static Diagnostic NobodyLeft(Location at) =>
        Error("HO0618", "no recipient would be left to open the file", at, "add another recipient first");

    public static string Shorten(string recipient) =>
        recipient.Length > 70 ? $"{recipient[..24]}…{recipient[^8..]}" : recipient;

    private static string Describe(KeySource source) =>
        source.Problem is { } problem ? $"{source.Name} (unusable: {problem})"
        : source.Recipients.Count == 0 ? $"{source.Name} (none)"
        : $"{source.Name} ({string.Join(", ", source.Recipients.Select(Shorten))})";

    private static Diagnostic Error(string code, string message, Location at, string? hint = null) =>
        Diagnostic.Error(code, message, at, hint);
}
