using System.Security.Cryptography;
using HomeOps.Age;
using HomeOps.Text;

namespace HomeOps.Sops.Tests;

/// <summary>Keys, a rule and a clock for tests; every household has keys of its own.</summary>
internal sealed class Household : IDisposable
{
    private readonly SettableClock clock = new();

    public Household()
    {
        Identity = AgeKeygen.Generate(postQuantum: false, RandomNumberGenerator.Fill);
        Keys = new SopsKeyRing([KeySource.FromIdentities("age.key", [Identity])]);
        Context = new SopsContext(RandomNumberGenerator.Fill, clock);
    }

    /// <summary>The settings of Kubernetes secrets in cluster-template.</summary>
    public static SopsSelector KubernetesSelector { get; } = new(SelectorKind.EncryptedRegex, "^(data|stringData)$");

    public AgeIdentity Identity { get; }

    public SopsKeyRing Keys { get; }

    public SopsContext Context { get; }

    public CreationRule Rule => CreationRule.For(RecipientOf(Identity)) with { Indents = new StoreIndents(2) };

    public CreationRule KubernetesRule => Rule with { Selector = KubernetesSelector, MacOnlyEncrypted = true };

    public static AgeRecipient RecipientOf(AgeIdentity identity) =>
        identity.Recipient ?? throw new InvalidOperationException("an identity without recipient");

    public static SourceText Source(string text, string path = "secret.sops.yaml") => new(path, text);

    /// <summary>Lets a minute pass, so that a new <c>lastmodified</c> differs.</summary>
    public void Wait() => clock.Now += TimeSpan.FromMinutes(1);

    public string Encrypt(string plain, CreationRule? rule = null) =>
        SopsFormat.Yaml.Encrypt(Source(plain), rule ?? Rule, Context);

    public string Decrypt(string encrypted) => SopsFormat.Yaml.Decrypt(Source(encrypted), Keys).ToText();

    public SopsUpdate Update(string encrypted, string wanted, CreationRule? rule = null)
    {
        Wait();
        return SopsFormat.Yaml.Update(Source(encrypted), Source(wanted), rule ?? Rule, Keys, Context);
    }

    public void Dispose() => Keys.Dispose();

    private sealed class SettableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
