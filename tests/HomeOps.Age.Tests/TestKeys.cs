using System.Text;
using HomeOps.Testing;

namespace HomeOps.Age.Tests;

/// <summary>Keys that protect nothing: their secret is the bytes 0 to 31, or stands beside the tests.</summary>
internal static class TestKeys
{
    public const string Classic = "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRYDWG";
    public const string ClassicRecipient = "age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2wh";
    public const string Hybrid = "AGE-SECRET-KEY-PQ-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0S5DYVQQ";

    public static byte[] Case(string name) => File.ReadAllBytes(Golden.Path($"Cases/{name}"));

    public static string CaseText(string name) => Encoding.UTF8.GetString(Case(name));

    /// <summary>One identity of every kind that has keys.</summary>
    public static AgeIdentity Identity(string kind) =>
        kind switch
        {
            "x25519" => AgeIdentity.Parse(Classic),
            "hybrid" => AgeIdentity.Parse(Hybrid),
            "passphrase" => AgePassphrase.Identity("test only"),
            _ => AgeIdentityFile.Parse(Case($"test-only-{kind["ssh-".Length..]}"), kind)[0],
        };

    public static AgeRecipient Recipient(string kind) =>
        kind == "passphrase"
            ? AgePassphrase.Recipient("test only", workFactor: 4)
            : Identity(kind).Recipient ?? throw new InvalidOperationException(kind);
}
