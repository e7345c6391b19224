using HomeOps.Files;

namespace HomeOps.Cluster.Tests.Fuzzing;

/// <summary>The repositories whose inputs are damaged: one of the blueprint, new and as configured, and one with templates of its own.</summary>
internal sealed class FuzzPlaces : IDisposable
{
    private static readonly string[] HomeInputs =
    [
        "cluster.yaml",
        "cluster.yaml",
        "cluster.yaml",
        "nodes.yaml",
        "nodes.yaml",
        "cloudflare-tunnel.json",
        "age.key",
    ];

    private static readonly string[] ConfiguredInputs =
    [
        "cluster.yaml",
        "nodes.yaml",
        ".sops.yaml",
        "kubernetes/components/common/sops/cluster-secrets.sops.yaml",
    ];

    private static readonly string[] ProjectInputs =
    [
        "makejinja.toml",
        "makejinja.toml",
        "cluster.yaml",
        "templates/a.yaml.j2",
        "templates/a.yaml.j2",
        "templates/b.yaml.j2",
        "data.toml",
    ];

    // On a disk in memory where there is one: what is tried here is the order of writes, not a disk.
    private readonly string folder = Directory
        .CreateDirectory(
            Path.Join(
                Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(),
                "homeops-fuzz-" + Guid.NewGuid().ToString("n")
            )
        )
        .FullName;

    private readonly Dictionary<string, Dictionary<string, byte[]>> wholes = new(StringComparer.Ordinal);

    public FuzzPlaces()
    {
        using var scratch = new Scratch();
        Assert.Equal(ConfigureOutcome.Written, scratch.Home().Outcome);
        var configured = Content(scratch["home"]);
        var inputs = configured.Where(static f => !f.Key.Contains('/')).ToDictionary();
        inputs.Remove(".sops.yaml");
        Add("home", inputs, HomeInputs);
        Add("configured", configured, [.. ConfiguredInputs.Where(configured.ContainsKey)]);
        Add("project", Project(inputs["age.key"]), ProjectInputs);
    }

    /// <summary>What is damaged: a repository, and one of its inputs.</summary>
    public List<(string Home, string Path)> Inputs { get; } = [];

    /// <summary>Each repository in memory.</summary>
    public Dictionary<string, MemoryTree> Trees { get; } = new(StringComparer.Ordinal);

    public byte[] Good(string home, string path) => wholes[home][path];

    /// <summary>The folder that holds a repository on disk, with one input replaced.</summary>
    public string OnDisk(string home, string path, byte[] content)
    {
        var root = Path.Join(folder, home);
        if (!Directory.Exists(root))
        {
            Restore(home);
        }

        File.WriteAllBytes(Path.Join(root, path), content);
        return root;
    }

    /// <summary>Brings a repository on disk back to what it was.</summary>
    public void Restore(string home)
    {
        var root = Path.Join(folder, home);
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        foreach (var (path, content) in wholes[home])
        {
            var target = Path.Join(root, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? root);
            File.WriteAllBytes(target, content);
        }

        foreach (var key in Directory.EnumerateFiles(root, "*.key"))
        {
            File.SetUnixFileMode(key, MemoryFile.PrivateMode);
        }
    }

    public static Dictionary<string, byte[]> Content(string root) =>
        Directory
            .EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .ToDictionary(f => Path.GetRelativePath(root, f), File.ReadAllBytes, StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Add(string home, Dictionary<string, byte[]> files, string[] inputs)
    {
        wholes[home] = files;
        var tree = new MemoryTree();
        foreach (var (path, content) in files)
        {
            tree.Add(new MemoryFile(path, content) { Mode = MemoryFile.PrivateMode });
        }

        Trees[home] = tree;
        Inputs.AddRange(inputs.Select(i => (home, i)));
    }

    private static Dictionary<string, byte[]> Project(byte[] key) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["makejinja.toml"] = """
                [makejinja]
                inputs = ["./templates"]
                output = "./"
                exclude_patterns = ["*.partial.j2", "skipped/**"]
                data = ["./cluster.yaml", "./data.toml"]
                jinja_suffix = ".j2"
                undefined = "chainable"

                [makejinja.whitespace]
                trim_blocks = true
                lstrip_blocks = true

                [makejinja.delimiter]
                block_start = "{%"
                """,
            ["data.toml"] = "title = 'x'\n[owner]\nname = \"a\"\nborn = 1979-05-27T07:32:00Z\nports = [1, 2.5, 0x10]\n",
            ["cluster.yaml"] =
                "name: a\nlist: [1, 2, 3]\nmap: &m {x: 1, y: [a, b]}\nother:\n  <<: *m\n  when: 2001-01-01\n",
            ["nodes.yaml"] = "nodes: []\n",
            ["templates/a.yaml.j2"] = """
                name: {{ name | upper }}
                {% for item in list if item is odd %}
                n{{ loop.index }}: {{ item * 2 + map.x }}
                {% endfor %}
                {% set joined = map.y | join(', ') %}
                joined: "{{ joined }}"
                {% macro m(a, b=2) -%}{{ a }}-{{ b }}{%- endmacro %}
                called: {{ m(1) }} {{ "%s-%d" | format('x', 3) }} {{ (name ~ 'x') | default('y', true) }}
                """,
            ["templates/b.yaml.j2"] = """
                {% import 'a.yaml.j2' as a %}
                {% block body %}
                {% set ns = namespace(total=0) %}
                {% for k, v in map | dictsort %}{% set ns.total = ns.total + loop.length %}{{ k }}: {{ v | tojson }}
                {% else %}none: true
                {% endfor %}
                total: {{ ns.total }} # {{ title | replace('x', 'y') | indent(2) }}
                {% endblock %}
                {{ owner.ports | map('string') | sort(reverse=true) | join('/') }}
                {% if owner.name == 'a' and list[1:] | length > 1 %}
                m: {{ a.m(list | first) }}
                {% endif %}
                """,
        }
            .ToDictionary(static f => f.Key, static f => System.Text.Encoding.UTF8.GetBytes(f.Value))
            .Append(new KeyValuePair<string, byte[]>("age.key", key))
            .ToDictionary();
}
