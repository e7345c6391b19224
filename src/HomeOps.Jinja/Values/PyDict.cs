namespace HomeOps.Jinja.Values;

/// <summary>A dict: insertion-ordered, keys compared as Python compares them. Templates may change it.</summary>
public sealed class PyDict : PyObject
{
    private const int Removed = -2;
    private const int Last = -1;

    private Entry[] entries;
    private int[] buckets = [];
    private int used;

    /// <summary>An empty dict.</summary>
    public PyDict(int capacity = 0)
        : base(ValueKind.Dict) => entries = capacity == 0 ? [] : new Entry[capacity];

    /// <summary>How many keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The keys and values in insertion order.</summary>
    public IEnumerable<KeyValuePair<Value, Value>> Entries
    {
        get
        {
            for (var at = 0; TryNext(ref at, out var key, out var value); )
            {
                yield return new(key, value);
            }
        }
    }

    /// <inheritdoc/>
    public override string TypeName => "dict";

    /// <inheritdoc/>
    public override bool IsHashable => false;

    /// <inheritdoc/>
    public override bool IsTrue => Count != 0;

    /// <summary>The value of a key; setting an existing key keeps its place.</summary>
    /// <exception cref="JinjaException">KeyError when it is not there, TypeError when it is not hashable.</exception>
    public Value this[Value key]
    {
        get => TryGet(key, out var value) ? value : throw JinjaException.Key(key);
        set => Set(key, value);
    }

    /// <summary>Looks up a key.</summary>
    /// <exception cref="JinjaException">TypeError when the key is not hashable.</exception>
    public bool TryGet(Value key, out Value value)
    {
        if (key.Kind == ValueKind.String)
        {
            return TryGet(key.AsText ?? "", out value);
        }
        var at = Find(key, Hashing.OfKey(key));
        value = at < 0 ? default : entries[at].Value;
        return at >= 0;
    }

    /// <summary>Looks up a string key.</summary>
    public bool TryGet(string key, out Value value)
    {
        if (buckets.Length == 0)
        {
            for (var i = 0; i < used; i++)
            {
                if (entries[i].Next != Removed && string.Equals(entries[i].Key.AsText, key, StringComparison.Ordinal))
                {
                    value = entries[i].Value;
                    return true;
                }
            }
            value = default;
            return false;
        }
        var at = Find(key, Hashing.Of(key));
        value = at < 0 ? default : entries[at].Value;
        return at >= 0;
    }

    /// <summary>Sets a key: a new one at the end, one that is there keeps its place.</summary>
    /// <exception cref="JinjaException">TypeError when the key is not hashable.</exception>
    public void Set(Value key, Value value)
    {
        var hash = Hashing.OfKey(key);
        var at = Find(key, hash);
        if (at >= 0)
        {
            entries[at].Value = value;
            return;
        }
        if (used == entries.Length)
        {
            Grow();
        }
        entries[used] = new Entry
        {
            Key = key,
            Value = value,
            Hash = hash,
            Next = Last,
        };
        if (buckets.Length != 0)
        {
            Link(used);
        }
        used++;
        Count++;
    }

    /// <summary>Removes a key; false when it is not there.</summary>
    /// <exception cref="JinjaException">TypeError when the key is not hashable.</exception>
    public bool Remove(Value key, out Value value)
    {
        var at = Find(key, Hashing.OfKey(key));
        if (at < 0)
        {
            value = default;
            return false;
        }
        value = entries[at].Value;
        Unlink(at);
        entries[at] = new Entry { Next = Removed };
        Count--;
        while (used > 0 && entries[used - 1].Next == Removed)
        {
            used--;
        }
        return true;
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        entries = [];
        buckets = [];
        used = 0;
        Count = 0;
    }

    /// <summary>A dict with the same keys and values.</summary>
    public PyDict Copy()
    {
        var copy = new PyDict(Count);
        for (var at = 0; TryNext(ref at, out var key, out var value); )
        {
            copy.Set(key, value);
        }
        return copy;
    }

    /// <summary>Walks the entries: start with a position of 0.</summary>
    public bool TryNext(ref int position, out Value key, out Value value)
    {
        while (position < used)
        {
            ref var entry = ref entries[position++];
            if (entry.Next != Removed)
            {
                key = entry.Key;
                value = entry.Value;
                return true;
            }
        }
        key = value = default;
        return false;
    }

    /// <inheritdoc/>
    public override bool TryGetLength(out long length)
    {
        length = Count;
        return true;
    }

    /// <inheritdoc/>
    public override bool TryGetItem(EvaluationContext context, Value key, out Value value) => TryGet(key, out value);

    /// <inheritdoc/>
    public override bool TryGetAttribute(EvaluationContext context, string name, out Value value) =>
        MethodTables.TryBind(this, name, out value);

    /// <inheritdoc/>
    public override PyIterator TryIterate(EvaluationContext context) =>
        new DictIterator(this, static (key, _) => key, "dict_keyiterator");

    /// <inheritdoc/>
    public override string Repr() => PyText.Repr(this);

    private int Find(Value key, int hash)
    {
        if (buckets.Length == 0)
        {
            for (var i = 0; i < used; i++)
            {
                if (entries[i].Next != Removed && entries[i].Hash == hash && Comparison.IsMember(entries[i].Key, key))
                {
                    return i;
                }
            }
            return -1;
        }
        for (var i = buckets[(uint)hash % (uint)buckets.Length] - 1; i >= 0; i = entries[i].Next)
        {
            if (entries[i].Hash == hash && Comparison.IsMember(entries[i].Key, key))
            {
                return i;
            }
        }
        return -1;
    }

    // Up to eight entries are searched one by one; only then buckets pay.
    private void Grow()
    {
        if (Count < used / 2)
        {
            Compact();
        }
        else
        {
            Array.Resize(ref entries, Math.Max(4, entries.Length * 2));
        }
        if (entries.Length > 8)
        {
            buckets = new int[entries.Length * 2];
            for (var i = 0; i < used; i++)
            {
                if (entries[i].Next != Removed)
                {
                    Link(i);
                }
            }
        }
    }

    private void Compact()
    {
        var kept = 0;
        for (var i = 0; i < used; i++)
        {
            if (entries[i].Next != Removed)
            {
                entries[kept++] = entries[i];
            }
        }
        Array.Clear(entries, kept, used - kept);
        used = kept;
    }

    private void Link(int at)
    {
        ref var bucket = ref buckets[(uint)entries[at].Hash % (uint)buckets.Length];
        entries[at].Next = bucket - 1;
        bucket = at + 1;
    }

    private void Unlink(int at)
    {
        if (buckets.Length == 0)
        {
            return;
        }
        ref var bucket = ref buckets[(uint)entries[at].Hash % (uint)buckets.Length];
        if (bucket - 1 == at)
        {
            bucket = entries[at].Next + 1;
            return;
        }
        for (var i = bucket - 1; i >= 0; i = entries[i].Next)
        {
            if (entries[i].Next == at)
            {
                entries[i].Next = entries[at].Next;
                return;
            }
        }
    }

    private struct Entry
    {
        public Value Key;
        public Value Value;
        public int Hash;
        public int Next;
    }
}

/// <summary>Goes over a dict; changing its size on the way is an error, as in Python.</summary>
internal sealed class DictIterator(PyDict dict, Func<Value, Value, Value> select, string typeName) : PyIterator
{
    private readonly int count = dict.Count;
    private int position;
    private int given;

    public override string TypeName => typeName;

    public override long? Remaining => count - given;

    public override bool MoveNext(out Value value)
    {
        if (dict.Count != count)
        {
            throw new JinjaException(JinjaErrorKind.PythonRuntime, "dictionary changed size during iteration");
        }
        if (dict.TryNext(ref position, out var key, out var item))
        {
            given++;
            value = select(key, item);
            return true;
        }
        value = default;
        return false;
    }
}
