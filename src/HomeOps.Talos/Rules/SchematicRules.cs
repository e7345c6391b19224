using System.Globalization;
using HomeOps.Talos.Images;
using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>
/// What a schematic is made of: nothing twice, no half overlay, and names that the version of Talos has. Unknown names are a warning only,
/// since there are new ones with every release (talos.md 1.9).
/// </summary>
internal static class SchematicRules
{
    /// <param name="schematic">The schematic, or null.</param>
    /// <param name="minor">The minor of Talos; null when it is no version.</param>
    /// <param name="checksNames">Whether names are checked: <c>noSchematicValidate</c> switches it off.</param>
    /// <param name="diagnostics">Where findings go.</param>
    public static void Check(ConfigStruct? schematic, int? minor, bool checksNames, DiagnosticBag diagnostics)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var extensions = schematic?.Struct("customization")?.Struct("systemExtensions");
        foreach (var extension in RuleSubject.Scalars(extensions, "officialExtensions"))
        {
            if (!seen.Add(extension.Text))
            {
                diagnostics.Add(TalosDiagnostics.DuplicateExtension(extension.Text, extension.Origin));
            }
            else if (checksNames && Missing(OfficialImages.Extensions, extension.Text, minor) is { } missing)
            {
                diagnostics.Add(TalosDiagnostics.UnknownExtension(extension.Text, missing, extension.Origin));
            }
        }

        if (schematic?.Struct("overlay") is not { } overlay)
        {
            return;
        }

        var (image, name) = (overlay.Text("image"), overlay.Text("name"));
        if (image.Length > 0 != name.Length > 0)
        {
            diagnostics.Add(TalosDiagnostics.HalfAnOverlay(overlay.Origin));
        }
        else if (
            checksNames
            && name.Length > 0
            && Missing(OfficialImages.Overlays, $"{image} {name}", minor) is { } missing
        )
        {
            diagnostics.Add(TalosDiagnostics.UnknownOverlay(image, name, missing, overlay["name"]?.Origin));
        }
    }

    // What to say of a name that a version does not have; null when it has it. Of versions newer than the list, every name is taken.
    private static MissingName? Missing(IReadOnlyList<(string Name, int From, int To)> known, string name, int? minor)
    {
        var version = minor is >= VersionFrom and <= OfficialImages.Newest ? minor : null;
        var found = known.FirstOrDefault(k => k.Name == name);
        if (found.Name is not null && (version is null || (version >= found.From && version <= found.To)))
        {
            return null;
        }

        var had = found.Name is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"Talos 1.{found.From} to 1.{found.To} had it");
        var offered = known
            .Where(k => version is null || (version >= k.From && version <= k.To))
            .Select(static k => k.Name)
            .ToList();
        var nearest = Spelling.Nearest(LastPart(name), offered.Select(LastPart));
        var meant = offered.Find(o => nearest is not null && LastPart(o) == nearest);
        return new MissingName(version, had, meant);
    }

    // Every name begins alike, which would make all of them near.
    private static string LastPart(string name) => name[(name.LastIndexOfAny(['/', ' ']) + 1)..];

    // The lists of older versions are not complete.
    private const int VersionFrom = 2;
}

/// <summary>A name that a version of Talos does not have.</summary>
/// <param name="Minor">The minor of the version; null when it is not known.</param>
/// <param name="Had">Which versions had it; null when none did.</param>
/// <param name="Meant">The nearest name it has; null when there is none.</param>
internal sealed record MissingName(int? Minor, string? Had, string? Meant);
