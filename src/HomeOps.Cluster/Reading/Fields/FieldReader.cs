using System.Diagnostics.CodeAnalysis;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>Reads one kind of value from a scalar; reports what is wrong with it and returns false.</summary>
internal delegate bool FieldReader<T>(in FieldScalar scalar, DiagnosticBag findings, [NotNullWhen(true)] out T? value)
    where T : notnull;
