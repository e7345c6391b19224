namespace HomeOps.Conformance;

/// <summary>One kind of corpus: knows its files and how a case is run.</summary>
internal interface ICorpus
{
    /// <summary>The kind as written on the command line.</summary>
    string Name { get; }

    /// <summary>Runs every case whose id contains <paramref name="filter"/>.</summary>
    IEnumerable<CaseResult> Run(string path, string filter);

    /// <summary>What is worth telling beside the counts, once all cases ran; empty for nothing.</summary>
    string Note => "";
}
