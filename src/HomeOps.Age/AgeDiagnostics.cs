using HomeOps.Text;

namespace HomeOps.Age;

/// <summary>Every finding about keys and age files. No sentence holds key material; recipients are public and shown in part.</summary>
internal static class AgeDiagnostics
{
    public static AgeException MalformedRecipient(string text, Bech32Fault fault) =>
        Recipient("HO0501", $"'{Shorten(text)}' is not a valid recipient: {Explain(fault)}", "copy it again, whole");

    public static AgeException UpperCaseRecipient() =>
        Recipient("HO0502", "a recipient is written in lower case", "write age1… as age-keygen printed it");

    public static AgeException PluginRecipient(string text) =>
        Recipient(
            "HO0503",
            $"'{Shorten(text)}' is a recipient of an age plugin ({PluginName(text)})",
            "plugins are not supported: use an age1…, age1pq1… or ssh key"
        );

    public static AgeException UnknownRecipient(string text) =>
        Recipient(
            "HO0504",
            text.AsSpan().Trim().Length < text.Length
                ? "there are blanks around a recipient"
                : "this is not a kind of recipient that age knows",
            "a recipient begins with age1, age1pq1, ssh-ed25519 or ssh-rsa"
        );

    public static AgeException IdentityAsRecipient() =>
        Recipient(
            "HO0505",
            "an identity (a private key) stands where a recipient (a public key) belongs",
            "write the public key from the comment in the identity file, and replace the private key if this file was ever shared"
        );

    public static AgeException WeakRecipient(string text) =>
        Recipient(
            "HO0506",
            $"'{Shorten(text)}' is a point that everybody has the key to",
            "use a key made by age-keygen"
        );

    public static AgeException MalformedIdentity(string reason) =>
        Identity(
            "HO0511",
            $"this is not a valid identity: {reason}",
            "copy the line again, whole, with nothing around it"
        );

    public static AgeException UnknownIdentity() =>
        Identity(
            "HO0512",
            "this is not a kind of identity that age knows",
            "an identity begins with AGE-SECRET-KEY-1 or AGE-SECRET-KEY-PQ-1; comments begin with # in the first column"
        );

    public static AgeException RecipientAsIdentity() =>
        Identity(
            "HO0513",
            "a recipient (a public key) stands where an identity (a private key) belongs",
            "the identity is the line of the key file that begins with AGE-SECRET-KEY-"
        );

    public static AgeException PluginIdentity() =>
        Identity(
            "HO0514",
            "this identity belongs to an age plugin",
            "plugins are not supported: use an AGE-SECRET-KEY-1…, AGE-SECRET-KEY-PQ-1… or ssh key"
        );

    public static AgeException EmptyIdentityFile(Location location) =>
        new(
            AgeFailure.EmptyIdentityFile,
            Diagnostic.Error(
                "HO0515",
                "there is no identity in this file",
                location,
                "it needs a line that begins with AGE-SECRET-KEY-"
            )
        );

    public static AgeException EmptyPassphrase() =>
        Failure(
            AgeFailure.PassphraseNeeded,
            "HO0516",
            "a passphrase must not be empty",
            "type one, or leave the passphrase out"
        );

    public static AgeException PassphraseNeeded() =>
        Failure(
            AgeFailure.PassphraseNeeded,
            "HO0517",
            "these identities are protected by a passphrase, and there is nobody to ask for it",
            "run the command in a terminal, or use an identity file without a passphrase"
        );

    public static AgeException WrongPassphrase() =>
        Failure(
            AgeFailure.WrongPassphrase,
            "HO0518",
            "the passphrase is wrong",
            "mind the keyboard layout and caps lock"
        );

    public static AgeException IdentityFileTooLarge(Location location) =>
        new(
            AgeFailure.BadIdentity,
            Diagnostic.Error("HO0519", "an identity file has at most 16 MiB", location, "this is some other file")
        );

    public static AgeException IdentityFileNotText(Location location) =>
        new(
            AgeFailure.BadIdentity,
            Diagnostic.Error(
                "HO0520",
                "an identity file is UTF-8 text",
                location,
                "this is some other file, or one that an editor saved as UTF-16"
            )
        );

    public static AgeException MalformedSshKey(string reason) =>
        Recipient(
            "HO0541",
            $"this is not a valid SSH public key: {reason}",
            "copy the line of the .pub file again, whole"
        );

    public static AgeException UnsupportedSshKey(AgeFailure failure, string type) =>
        Failure(
            failure,
            "HO0542",
            $"age does not work with SSH keys of the type '{Shorten(type)}'",
            "it works with ssh-ed25519 and ssh-rsa"
        );

    public static AgeException WeakRsaKey(int bits) =>
        Recipient(
            "HO0543",
            $"an RSA key of {bits} bits is out of bounds",
            "use 2048 to 16384 bits, or better an Ed25519 key"
        );

    public static AgeException MalformedSshPrivateKey(string reason) =>
        Identity(
            "HO0544",
            $"this is not a valid SSH private key: {reason}",
            "restore it from a backup, or make a new one with ssh-keygen"
        );

    public static AgeException ProtectedSshKey() =>
        Identity(
            "HO0545",
            "this SSH key is protected in a way that is not supported",
            "write it again with ssh-keygen -p, which protects it with bcrypt and aes256-ctr unless told otherwise"
        );

    public static AgeException NoRecipients() =>
        Failure(
            AgeFailure.NoRecipients,
            "HO0521",
            "there is no recipient to encrypt to",
            "name at least one age1… key"
        );

    public static AgeException MixedRecipients() =>
        Failure(
            AgeFailure.MixedRecipients,
            "HO0522",
            "post-quantum and classic recipients cannot share an age file",
            "a quantum computer would open it through the classic key: use age1pq1… keys only, or none"
        );

    public static AgeException PassphraseNotAlone() =>
        Failure(
            AgeFailure.MixedRecipients,
            "HO0523",
            "a passphrase cannot share an age file with other recipients",
            "encrypt to the passphrase alone, or to keys only"
        );

    public static AgeException NoMatch(IReadOnlyList<Stanza> stanzas, IReadOnlyList<AgeIdentity> identities) =>
        Failure(
            AgeFailure.NoMatch,
            "HO0531",
            $"{Tried(identities.Count)} this file, which is for {Kinds(stanzas)}",
            "it was encrypted to other recipients: look for the identity file that belongs to one of them"
        );

    public static AgeException NotAnAgeFile() =>
        Failure(
            AgeFailure.HeaderFailure,
            "HO0532",
            "this is not an age file",
            "an age file begins with age-encryption.org/v1 or -----BEGIN AGE ENCRYPTED FILE-----"
        );

    public static AgeException UnknownVersion() =>
        Failure(
            AgeFailure.HeaderFailure,
            "HO0533",
            "this age file is of a version that is not known here",
            "only age-encryption.org/v1 is; lines of its header must end in LF, not CR LF"
        );

    public static AgeException TooMuchWork(int workFactor) =>
        Failure(
            AgeFailure.HeaderFailure,
            "HO0538",
            $"opening this file takes too much memory: its scrypt work factor is {workFactor}",
            "18 is usual and 22 the most that is tried"
        );

    public static AgeException DamagedHeader(string reason) =>
        Failure(AgeFailure.HeaderFailure, "HO0534", $"the header of the age file is damaged: {reason}", Restore);

    public static AgeException ForgedHeader() =>
        Failure(
            AgeFailure.HmacFailure,
            "HO0535",
            "the header of the age file was changed after it was written",
            Restore
        );

    public static AgeException DamagedArmor(string reason) =>
        Failure(AgeFailure.ArmorFailure, "HO0536", $"the armor of the age file is damaged: {reason}", Restore);

    public static AgeException DamagedPayload(string reason) =>
        Failure(AgeFailure.PayloadFailure, "HO0537", $"the content of the age file is damaged: {reason}", Restore);

    /// <summary>The fault in words; they fit identities too.</summary>
    public static string Explain(Bech32Fault fault) =>
        fault switch
        {
            Bech32Fault.None => "it has the wrong length",
            Bech32Fault.MixedCase => "it mixes upper and lower case",
            Bech32Fault.TooShort => "it is too short",
            Bech32Fault.OtherPrefix => "it does not begin like one",
            Bech32Fault.InvalidCharacter => "it has a character that keys never have",
            Bech32Fault.Range => "it is no key inside",
            Bech32Fault.Checksum => "its checksum does not fit, so a character is wrong or missing",
            _ => "its last characters are wrong",
        };

    private const string Restore = "restore the file from Git or a backup";

    private static AgeException Recipient(string code, string message, string hint) =>
        Failure(AgeFailure.BadRecipient, code, message, hint);

    private static AgeException Identity(string code, string message, string hint) =>
        Failure(AgeFailure.BadIdentity, code, message, hint);

    private static AgeException Failure(AgeFailure failure, string code, string message, string hint) =>
        new(failure, Diagnostic.Error(code, message, hint: hint));

    private static string Shorten(string text) => text.Length <= 24 ? text : $"{text[..12]}…{text[^6..]}";

    private static string PluginName(string text) => Shorten(text["age1".Length..text.LastIndexOf('1')]);

    private static string Tried(int count) =>
        count switch
        {
            0 => "there is no identity to open",
            1 => "the one identity that was tried does not open",
            _ => $"none of the {count} identities that were tried opens",
        };

    // A hostile header can name any number of types.
    private static string Kinds(IReadOnlyList<Stanza> stanzas)
    {
        const int Shown = 4;
        var kinds = stanzas.GroupBy(static s => s.Type, StringComparer.Ordinal).ToList();
        var text = string.Join(
            ", ",
            kinds
                .Take(Shown)
                .Select(static g =>
                    $"{g.Count()} {(g.Count() == 1 ? "recipient" : "recipients")} of type {Shorten(g.Key)}"
                )
        );
        return kinds.Count > Shown ? $"{text} and {kinds.Count - Shown} more types" : text;
    }
}
