using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace HomeOps.Jinja.Values;

/// <summary>A Python value: 16 bytes, no allocation for None, bool, int and float.</summary>
/// <remarks>Equality and hash are Python's for dict keys: <c>1 == 1.0 == True</c>.</remarks>
[DebuggerDisplay("{Kind} {ToString()}")]
public readonly struct Value : IEquatable<Value>
{
    // A string, or a PyObject that knows its kind; the scalar kinds are one shared object each and keep their number in the bits.
    private readonly object? reference;
    private readonly long bits;

    private Value(object? reference, long bits = 0)
    {
        this.reference = reference;
        this.bits = bits;
    }

    /// <summary>The absence of a value, <c>default(Value)</c>.</summary>
    public static Value Missing => default;

    /// <summary>None.</summary>
    public static Value None => new(ScalarKind.None);

    /// <summary>True.</summary>
    public static Value True => new(ScalarKind.Bool, 1);

    /// <summary>False.</summary>
    public static Value False => new(ScalarKind.Bool);

    /// <summary>The empty string.</summary>
    public static Value Empty => new("");

    /// <summary>What is held.</summary>
    public ValueKind Kind
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
            reference is null ? ValueKind.Missing
            : reference.GetType() == typeof(string) ? ValueKind.String
            : Unsafe.As<PyObject>(reference).Kind;
    }

    /// <summary>Whether nothing is held, see <see cref="Missing"/>.</summary>
    public bool IsMissing => reference is null;

    /// <summary>Whether this is None.</summary>
    public bool IsNone => ReferenceEquals(reference, ScalarKind.None);

    /// <summary>Whether this is an undefined of any mode.</summary>
    public bool IsUndefined => reference is PyUndefined;

    /// <summary>Whether this is a str, safe or not.</summary>
    public bool IsText => reference is string or PyMarkup;

    /// <summary>Whether this is an int, bool or big int.</summary>
    public bool IsInteger => Kind is ValueKind.Int or ValueKind.Bool or ValueKind.BigInt;

    /// <summary>Whether this is a number of any kind, bool included.</summary>
    public bool IsNumber => Kind is ValueKind.Int or ValueKind.Float or ValueKind.Bool or ValueKind.BigInt;

    /// <summary>The bool or small int; only for these two kinds.</summary>
    public long AsInt64 => bits;

    /// <summary>The float; only for that kind.</summary>
    public double AsDouble => BitConverter.Int64BitsToDouble(bits);

    /// <summary>The bool; only for that kind.</summary>
    public bool AsBool => bits != 0;

    /// <summary>The text of a str or a Markup, null for everything else.</summary>
    public string? AsText => reference as string ?? (reference as PyMarkup)?.Text;

    /// <summary>The object, null for None, numbers and plain strings.</summary>
    public PyObject? AsObject => reference is PyObject o and not ScalarKind ? o : null;

    /// <summary>The object when it is a <typeparamref name="T"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T? As<T>()
        where T : PyObject => reference as T;

    /// <summary>The integer of any size; only for bool, int and big int.</summary>
    public BigInteger AsBigInteger => reference is PyBigInt big ? big.Number : bits;

    /// <summary>An int of any size, in its smallest form.</summary>
    public static Value Integer(BigInteger number) =>
        number >= long.MinValue && number <= long.MaxValue
            ? new(ScalarKind.Int, (long)number)
            : new(new PyBigInt(number));

    /// <summary>Text that is safe to print under autoescape.</summary>
    public static Value Markup(string text) => new(new PyMarkup(text));

    /// <summary>An int.</summary>
    public static Value FromInt64(long number) => new(ScalarKind.Int, number);

    /// <summary>A float.</summary>
    public static Value FromDouble(double number) => new(ScalarKind.Float, BitConverter.DoubleToInt64Bits(number));

    /// <summary>A bool.</summary>
    public static Value FromBoolean(bool value) => new(ScalarKind.Bool, value ? 1 : 0);

    /// <summary>A str.</summary>
    public static Value FromString(string text) => new(text);

    /// <summary>An object; the shared objects of scalars never come this way.</summary>
    public static Value FromPyObject(PyObject value) => new(value);

    /// <inheritdoc cref="FromInt64"/>
    public static implicit operator Value(long number) => FromInt64(number);

    /// <inheritdoc cref="FromDouble"/>
    public static implicit operator Value(double number) => FromDouble(number);

    /// <inheritdoc cref="FromBoolean"/>
    public static implicit operator Value(bool value) => FromBoolean(value);

    /// <inheritdoc cref="FromString"/>
    public static implicit operator Value(string text) => FromString(text);

    /// <inheritdoc cref="FromPyObject"/>
    public static implicit operator Value(PyObject value) => FromPyObject(value);

    /// <summary>Equality of dict keys.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Inequality of dict keys.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>Python's <c>is</c>: the same object, or the same None, bool or equal small int.</summary>
    public bool IsSameAs(Value other) => ReferenceEquals(reference, other.reference) && bits == other.bits;

    /// <inheritdoc/>
    public bool Equals(Value other) => Comparison.AreEqual(this, other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <summary>Python's hash rule: equal values hash alike. Lists and dicts, which Python refuses, give their kind.</summary>
    public override int GetHashCode() => Hashing.Of(this);

    /// <summary>The repr, for debuggers.</summary>
    public override string ToString() => IsMissing ? "(missing)" : PyText.Repr(this);
}
