namespace HomeOps.Jinja.Tests.Peers;

/// <summary>Many random cases through both engines.</summary>
internal sealed class DifferenceRun(Jinja2Process jinja2)
{
    private const int BatchSize = 200;
    private const int MostFindings = 300;

    /// <summary>How many cases were tried.</summary>
    public int Cases { get; private set; }

    /// <summary>How many of them ended in an error with both.</summary>
    public int Errors { get; private set; }

    /// <summary>How many were left out, by reason.</summary>
    public SortedDictionary<string, int> Excluded { get; } = new(StringComparer.Ordinal);

    /// <summary>The shortest case of every sort of difference.</summary>
    public Dictionary<string, Difference> Findings { get; } = new(StringComparer.Ordinal);

    /// <summary>Runs the cases of some seeds.</summary>
    public async Task RunAsync(int firstSeed, int count)
    {
        for (var done = 0; done < count && Findings.Count < MostFindings; done += BatchSize)
        {
            var seeds = Enumerable.Range(firstSeed + done, Math.Min(BatchSize, count - done)).ToArray();
            var cases = Array.ConvertAll(seeds, PeerCase.Random);
            var theirs = jinja2.RenderAsync(cases);
            var ours = Array.ConvertAll(cases, static c => c.Render());
            var expected = await theirs;
            for (var i = 0; i < cases.Length; i++)
            {
                Note(new Difference(seeds[i], cases[i], expected[i], ours[i]));
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Cases} cases, {Errors} of them errors, {Findings.Count} findings; left out: "
        + string.Join(", ", Excluded.Select(static e => $"{e.Value} {e.Key}"));

    private void Note(Difference difference)
    {
        Cases++;
        var (_, _, theirs, ours) = difference;
        if (theirs == ours)
        {
            Errors += theirs.Error is null ? 0 : 1;
        }
        else if (KnownDifferences.Reason(theirs, ours) is { } reason)
        {
            Excluded[reason] = Excluded.GetValueOrDefault(reason) + 1;
        }
        else if (!Findings.TryGetValue(difference.Shape, out var known) || known.Length > difference.Length)
        {
            Findings[difference.Shape] = difference;
        }
    }
}
