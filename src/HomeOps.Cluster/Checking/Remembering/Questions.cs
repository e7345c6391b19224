using System.Collections;
using System.Diagnostics.CodeAnalysis;
using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>
/// A tree and an environment that note what is asked of them, so that it can be known later whether the same checks would find the same.
/// Several threads may ask.
/// </summary>
internal sealed class Questions(FileTree tree, IReadOnlyDictionary<string, string> environment)
{
    private readonly Lock gate = new();
    private readonly HashSet<Question> known = [];
    private readonly List<Question> asked = [];

    /// <summary>The tree.</summary>
    public FileTree Tree => new AskedTree(tree, this);

    /// <summary>The environment.</summary>
    public IReadOnlyDictionary<string, string> Environment => new AskedEnvironment(environment, this);

    /// <summary>The questions in the order in which they were asked first; null when something was asked that cannot be repeated.</summary>
    public IReadOnlyList<Question>? Asked => CanRepeat ? asked : null;

    private bool CanRepeat { get; set; } = true;

    private void Note(QuestionKind kind, string name)
    {
        lock (gate)
        {
            var question = new Question(kind, name);
            if (known.Add(question))
            {
                asked.Add(question);
                CanRepeat &= !name.Contains('\n', StringComparison.Ordinal);
            }
        }
    }

    private sealed class AskedTree(FileTree tree, Questions questions) : FileTree
    {
        public override string Root => tree.Root;

        public override FileEntry? Find(string path)
        {
            questions.Note(QuestionKind.Find, path);
            return tree.Find(path);
        }

        public override IReadOnlyList<FileEntry> List(string folder)
        {
            questions.Note(QuestionKind.List, folder);
            return tree.List(folder);
        }

        public override byte[] Read(string path)
        {
            questions.Note(QuestionKind.Read, path);
            return tree.Read(path);
        }
    }

    private sealed class AskedEnvironment(IReadOnlyDictionary<string, string> environment, Questions questions)
        : IReadOnlyDictionary<string, string>
    {
        public IEnumerable<string> Keys => Everything().Keys;

        public IEnumerable<string> Values => Everything().Values;

        public int Count => Everything().Count;

        public string this[string key]
        {
            get
            {
                questions.Note(QuestionKind.Variable, key);
                return environment[key];
            }
        }

        public bool ContainsKey(string key)
        {
            questions.Note(QuestionKind.Variable, key);
            return environment.ContainsKey(key);
        }

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
        {
            questions.Note(QuestionKind.Variable, key);
            return environment.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Everything().GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        // Which of them mattered cannot be seen.
        private IReadOnlyDictionary<string, string> Everything()
        {
            questions.CanRepeat = false;
            return environment;
        }
    }
}
