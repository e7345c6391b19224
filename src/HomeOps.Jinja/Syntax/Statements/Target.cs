using HomeOps.Jinja.Globals;
using HomeOps.Jinja.Rendering;
using HomeOps.Jinja.Values;
using HomeOps.Text;

namespace HomeOps.Jinja.Syntax.Statements;

/// <summary>What a value is assigned to.</summary>
internal abstract class Target(TextSpan span)
{
    /// <summary>The place in the template.</summary>
    public TextSpan Span { get; } = span;

    /// <summary>Its names are assigned in a scope.</summary>
    public abstract void DeclareStores(Scope scope);

    /// <summary>Its names are given by whoever enters the scope.</summary>
    public abstract void DeclareParameters(Scope scope);

    public abstract void Bind(Binding binding);

    /// <summary>Refuses what cannot be assigned to, before the value is computed.</summary>
    public virtual void Check(Frame frame) { }

    public abstract void Assign(Frame frame, Value value);

    /// <summary>What it holds after <see cref="Assign"/>; only the targets of loops are read.</summary>
    public virtual Value Read(Frame frame) => throw new InvalidOperationException("not a target of a loop");

    /// <summary>The same target, to be bound in another scope.</summary>
    public abstract Target Copy();

    /// <summary>Writes it as source.</summary>
    public abstract void Print(SourcePrinter printer);

    /// <summary>Writes it as source where it is one of several targets.</summary>
    public virtual void PrintInTuple(SourcePrinter printer) => Print(printer);
}

/// <summary>A variable.</summary>
internal sealed class NameTarget(TextSpan span, string name) : Target(span)
{
    private Slot slot;
    private bool isExported;

    public string Name { get; } = name;

    public override void DeclareStores(Scope scope) => scope.Store(Name);

    public override void DeclareParameters(Scope scope) => scope.Parameter(Name);

    public override void Bind(Binding binding)
    {
        slot = binding.Scope.SlotOf(Name);
        isExported = binding.IsTopLevel;
    }

    public override void Assign(Frame frame, Value value)
    {
        slot.In(frame) = value;
        if (isExported)
        {
            frame.Context.Export(Name, value);
        }
    }

    public override Value Read(Frame frame) => slot.In(frame);

    /// <summary>Assigns without exporting: imports stay private to the template.</summary>
    public void AssignImport(Frame frame, Value value)
    {
        slot.In(frame) = value;
        if (isExported)
        {
            frame.Context.SetPrivate(Name, value);
        }
    }

    public override Target Copy() => new NameTarget(Span, Name);

    public override void Print(SourcePrinter printer) => printer.Code(Name);
}

/// <summary>Several targets that take the items of a sequence.</summary>
internal sealed class TupleTarget(TextSpan span, Target[] items) : Target(span)
{
    public override void DeclareStores(Scope scope) => Array.ForEach(items, i => i.DeclareStores(scope));

    public override void DeclareParameters(Scope scope) => Array.ForEach(items, i => i.DeclareParameters(scope));

    public override void Bind(Binding binding) => Array.ForEach(items, i => i.Bind(binding));

    public override void Check(Frame frame) => Array.ForEach(items, i => i.Check(frame));

    public override void Assign(Frame frame, Value value)
    {
        try
        {
            var values = Unpack(frame, value);
            for (var i = 0; i < items.Length; i++)
            {
                items[i].Assign(frame, values[i]);
            }
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override Value Read(Frame frame) => new PyTuple(Array.ConvertAll(items, i => i.Read(frame)));

    public override Target Copy() => new TupleTarget(Span, Array.ConvertAll(items, static i => i.Copy()));

    private IReadOnlyList<Value> Unpack(Frame frame, Value value)
    {
        if (value.As<PyTuple>() is { } tuple && tuple.Items.Length == items.Length)
        {
            return tuple.Items;
        }

        var iterator =
            Iteration.Try(frame.Context, value)
            ?? throw JinjaException.Type($"cannot unpack non-iterable {TypeNames.Of(value)} object");
        var values = new List<Value>(items.Length);
        while (iterator.MoveNext(out var item))
        {
            if (values.Count == items.Length)
            {
                throw JinjaException.Value($"too many values to unpack (expected {items.Length})");
            }

            values.Add(item);
        }

        return values.Count == items.Length
            ? values
            : throw JinjaException.Value($"not enough values to unpack (expected {items.Length}, got {values.Count})");
    }

    // Only a tuple without parentheses may hold attributes of namespaces.
    public override void Print(SourcePrinter printer)
    {
        if (items.Length < 2)
        {
            PrintInTuple(printer);
        }
        else
        {
            PrintItems(printer);
        }
    }

    public override void PrintInTuple(SourcePrinter printer)
    {
        PrintItems(printer.Code("("));
        printer.Code(items.Length == 1 ? ",)" : ")");
    }

    private void PrintItems(SourcePrinter printer)
    {
        var first = true;
        foreach (var item in items)
        {
            printer.Separate(ref first);
            item.PrintInTuple(printer);
        }
    }
}

/// <summary><c>ns.attribute</c>.</summary>
internal sealed class NamespaceTarget(TextSpan span, string name, string attribute) : Target(span)
{
    private Slot slot;

    public override void DeclareStores(Scope scope) => scope.Load(name);

    public override void DeclareParameters(Scope scope) => scope.Load(name);

    public override void Bind(Binding binding) => slot = binding.Scope.SlotOf(name);

    public override void Check(Frame frame)
    {
        try
        {
            if (slot.In(frame).As<PyNamespace>() is null)
            {
                throw JinjaException.Runtime("cannot assign attribute on non-namespace object");
            }
        }
        catch (JinjaException error) when (frame.Place(error, Span))
        {
            throw;
        }
    }

    public override void Assign(Frame frame, Value value) => slot.In(frame).AsObject?.TrySetAttribute(attribute, value);

    public override Target Copy() => new NamespaceTarget(Span, name, attribute);

    public override void Print(SourcePrinter printer) => printer.Code(name).Code(".").Code(attribute);
}
