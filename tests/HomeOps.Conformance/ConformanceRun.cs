namespace HomeOps.Conformance;

/// <summary>The command line: <c>KIND PATH [--list-failures] [--filter TEXT] [--bar PERCENT]</c>.</summary>
internal static class ConformanceRun
{
    private static readonly ICorpus[] Corpora =
    [
        new JinjaCorpus(),
        new EnvsubstCorpus(),
        new RenderCorpus(),
        new MakejinjaRulesCorpus(),
        new KustomizeCorpus(),
        new FluxCorpus(),
        new SecretsCorpus(),
        new TalosCorpus(),
    ];

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var names = args.Where(static a => !a.StartsWith("--", StringComparison.Ordinal)).ToList();
        var filter = Option(args, "--filter") ?? "";
        names.Remove(filter);
        var bar = Option(args, "--bar");
        names.Remove(bar ?? "");
        var corpus = names.Count == 2 ? Array.Find(Corpora, c => c.Name == names[0]) : null;
        if (corpus is null)
        {
            error.WriteLine("usage: HomeOps.Conformance KIND PATH [--list-failures] [--filter TEXT] [--bar PERCENT]");
            error.WriteLine($"kinds: {string.Join(", ", Corpora.Select(static c => c.Name))}");
            return 2;
        }

        var results = corpus.Run(Path.GetFullPath(names[1]), filter).ToList();
        Report(results, args.Contains("--list-failures"), corpus.Note, output);
        var failed = results.Count(static r => r.Outcome == CaseOutcome.Failed);
        return results.Count > 0 && failed <= Allowed(results, bar) ? 0 : 1;
    }

    // --bar 90: as many failures as leave 90 % of the cases that ran passing.
    private static int Allowed(List<CaseResult> results, string? bar) =>
        bar is null
            ? 0
            : (int)(
                results.Count(static r => r.Outcome != CaseOutcome.Skipped)
                * (100 - double.Parse(bar, System.Globalization.CultureInfo.InvariantCulture))
                / 100
            );

    private static void Report(List<CaseResult> results, bool listOnly, string note, TextWriter output)
    {
        foreach (var result in results.Where(static r => r.Outcome == CaseOutcome.Failed))
        {
            output.WriteLine(listOnly ? $"FAIL {result.Id}" : $"FAIL {result.Id}\n{Indent(result.Detail)}");
        }

        foreach (var skip in results.Where(static r => r.Outcome == CaseOutcome.Skipped))
        {
            output.WriteLine($"SKIP {skip.Id}: {skip.Detail}");
        }

        foreach (var kind in results.GroupBy(static r => r.Kind).OrderBy(static g => g.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{kind.Key}: {Summary(kind)}");
        }

        if (note.Length > 0)
        {
            output.WriteLine(note);
        }

        output.WriteLine(Summary(results));
    }

    private static string Summary(IEnumerable<CaseResult> results)
    {
        var by = results.ToLookup(static r => r.Outcome);
        return $"{by[CaseOutcome.Passed].Count()} passed, {by[CaseOutcome.Failed].Count()} failed, {by[CaseOutcome.Skipped].Count()} skipped";
    }

    private static string Indent(string text) =>
        string.Join('\n', text.TrimEnd('\n').Split('\n').Take(24).Select(static l => "    " + l));

    private static string? Option(string[] args, string name)
    {
        var index = Array.IndexOf(args, name);
        return index >= 0 && index + 1 < args.Length ? args[index + 1] : null;
    }
}
