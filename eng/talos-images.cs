#:property GenerateDocumentationFile=true
#:property NoWarn=$(NoWarn);CS1591;CA1515;CA2007;MA0004
// Makes src/HomeOps.Talos/Images/OfficialImages.cs: the names of the official extensions and overlays of Talos, and the versions that have them.
//
//   dotnet run eng/talos-images.cs -- EXTENSIONS OVERLAYS > src/HomeOps.Talos/Images/OfficialImages.cs
//
// EXTENSIONS and OVERLAYS are git directories of https://github.com/siderolabs/extensions and https://github.com/siderolabs/overlays with their
// tags (both MPL-2.0). Only names are read: the targets of the Makefile of each release, and names and images of overlays.yaml.
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

var extensions = new SortedDictionary<string, (int From, int To)>(StringComparer.Ordinal);
var overlays = new SortedDictionary<string, (int From, int To)>(StringComparer.Ordinal);
foreach (var (tag, minor) in Releases(args[0]))
{
    foreach (var name in Targets(Git(args[0], "show", $"{tag}:Makefile")))
    {
        Note(extensions, "siderolabs/" + name, minor);
    }
}

foreach (var (tag, minor) in Releases(args[1]))
{
    var text = Git(args[1], "show", $"{tag}:internal/overlays/overlays.yaml");
    foreach (Match match in Regex.Matches(text, @"- name: (\S+)\s+image: ghcr\.io/(\S+?):"))
    {
        Note(overlays, $"{match.Groups[2].Value} {match.Groups[1].Value}", minor);
    }
}

var code = new StringBuilder();
code.Append(
    """
    namespace HomeOps.Talos.Images;

    /// <summary>
    /// Official extensions and overlays, each with the first and the last Talos minor (of 1.x) that has it. Made by eng/talos-images.cs from the
    /// names in the releases of siderolabs/extensions and siderolabs/overlays (MPL-2.0); nothing but names is taken from there.
    /// </summary>
    internal static class OfficialImages
    {

    """
);
code.Append(
    CultureInfo.InvariantCulture,
    $"    /// <summary>The newest minor the lists know.</summary>\n    public const int Newest = {extensions.Values.Max(static v => v.To)};\n\n"
);
Write(
    "/// <summary>Extensions by name.</summary>",
    "Extensions",
    extensions.Select(static e => ($"\"{e.Key}\"", e.Value))
);
code.Append('\n');
Write(
    "/// <summary>Overlays by image and name.</summary>",
    "Overlays",
    overlays.Select(static o => ($"\"{o.Key}\"", o.Value))
);
code.Append("}\n");
Console.Write(code);

void Write(string summary, string name, IEnumerable<(string Name, (int From, int To) Versions)> entries)
{
    code.Append(
        CultureInfo.InvariantCulture,
        $"    {summary}\n    public static IReadOnlyList<(string Name, int From, int To)> {name} {{ get; }} =\n    [\n"
    );
    foreach (var (text, (from, to)) in entries)
    {
        code.Append(CultureInfo.InvariantCulture, $"        ({text}, {from}, {to}),\n");
    }

    code.Append("    ];\n");
}

static void Note(SortedDictionary<string, (int From, int To)> known, string name, int minor) =>
    known[name] = known.TryGetValue(name, out var range)
        ? (Math.Min(range.From, minor), Math.Max(range.To, minor))
        : (minor, minor);

static IEnumerable<(string Tag, int Minor)> Releases(string repository) =>
    Git(repository, "tag")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(static t => (Tag: t, Match: Regex.Match(t, @"^v1\.([0-9]+)\.")))
        .Where(static t => t.Match.Success && t.Match.Groups[1].Value != "0")
        .Select(static t => (t.Tag, int.Parse(t.Match.Groups[1].Value, CultureInfo.InvariantCulture)));

// TARGETS and NONFREE_TARGETS, a line each or one line continued by backslashes.
static IEnumerable<string> Targets(string makefile) =>
    Regex
        .Matches(
            makefile.Replace("\\\n", " ", StringComparison.Ordinal),
            @"^(?:NONFREE_)?TARGETS \+?= *(.*)$",
            RegexOptions.Multiline
        )
        .SelectMany(static m => m.Groups[1].Value.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        .Where(static t => Regex.IsMatch(t, "^[a-z0-9][a-z0-9-]*$"));

static string Git(string repository, params string[] arguments)
{
    var start = new ProcessStartInfo("git", ["-C", repository, .. arguments]) { RedirectStandardOutput = true };
    using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start");
    var text = git.StandardOutput.ReadToEnd();
    git.WaitForExit();
    return git.ExitCode == 0 ? text : throw new InvalidOperationException($"git {string.Join(' ', arguments)} failed");
}
