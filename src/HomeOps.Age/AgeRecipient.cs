using System.Diagnostics.CodeAnalysis;
using HomeOps.Text;

namespace HomeOps.Age;

/// <summary>Somebody a file can be encrypted to. Two keys are equal when their texts are; a passphrase equals only itself.</summary>
public abstract class AgeRecipient : IEquatable<AgeRecipient>
{
    private protected AgeRecipient() { }

    /// <summary>Whether a file for this recipient stays closed to a quantum computer.</summary>
    public virtual bool IsPostQuantum => false;

    /// <summary>Reads <c>age1…</c>, <c>age1pq1…</c>, <c>ssh-ed25519 …</c> or <c>ssh-rsa …</c>.</summary>
    /// <param name="text">Without blanks around it, as age wants it.</param>
    /// <exception cref="AgeException">It is none of these (<see cref="AgeFailure.BadRecipient"/>).</exception>
    public static AgeRecipient Parse(string text) => RecipientText.Parse(text);

    /// <summary>Reads what <see cref="Parse"/> reads.</summary>
    /// <param name="text">Without blanks around it.</param>
    /// <param name="recipient">The recipient, or null.</param>
    /// <param name="diagnostic">What is wrong with the text, or null.</param>
    public static bool TryParse(
        string text,
        [NotNullWhen(true)] out AgeRecipient? recipient,
        [NotNullWhen(false)] out Diagnostic? diagnostic
    )
    {
        try
        {
            recipient = Parse(text);
            diagnostic = null;
            return true;
        }
        catch (AgeException e)
        {
            recipient = null;
            diagnostic = e.Diagnostic;
            return false;
        }
    }

    /// <summary>The recipient as it is written in lists of recipients.</summary>
    public abstract override string ToString();

    /// <inheritdoc />
    public bool Equals(AgeRecipient? other) =>
        ReferenceEquals(this, other)
        || (
            this is not AgePassphraseRecipient && string.Equals(ToString(), other?.ToString(), StringComparison.Ordinal)
        );

    /// <inheritdoc />
    public sealed override bool Equals(object? obj) => Equals(obj as AgeRecipient);

    /// <inheritdoc />
    public sealed override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>Makes the stanza that lets this recipient find the file key.</summary>
    /// <param name="fileKey">16 bytes.</param>
    /// <param name="random">Source of the one-time key.</param>
    internal abstract Stanza Wrap(ReadOnlySpan<byte> fileKey, RandomFill random);
}
