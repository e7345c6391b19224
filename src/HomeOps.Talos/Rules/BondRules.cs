using HomeOps.Talos.Model;
using HomeOps.Text;

namespace HomeOps.Talos.Rules;

/// <summary>Rules for the bond of an interface: which options go with which mode (v1alpha1_validation.go, checkBond).</summary>
internal static class BondRules
{
    private static readonly string[] Adaptive = ["balance-tlb", "balance-alb"];

    // An option, and the modes in which it does nothing.
    private static readonly (string Key, string[] Modes)[] Unfit =
    [
        ("arpValidate", ["802.3ad", .. Adaptive]),
        ("arpInterval", ["802.3ad", .. Adaptive]),
        ("primary", ["balance-rr", "balance-xor", "broadcast", "802.3ad"]),
        ("packetsPerSlave", [.. DeviceBond.Modes.Skip(1)]),
        ("tlbDynamicLb", [.. DeviceBond.Modes.Take(5)]),
    ];

    public static void Check(ConfigStruct bond, DiagnosticBag diagnostics)
    {
        if (bond.List("interfaces").Count > 0 && bond.List("deviceSelectors").Count > 0)
        {
            diagnostics.Add(TalosDiagnostics.BondInterfacesAndSelectors(bond.Origin));
        }

        var mode = bond.Text("mode");
        if (!DeviceBond.Modes.Contains(mode))
        {
            diagnostics.Add(TalosDiagnostics.BondMode(mode, bond["mode"]?.Origin ?? bond.Origin));
            return;
        }

        CheckOptions(bond, mode, diagnostics);
        var miimon = bond.Number("miimon") ?? 0;
        foreach (var key in new[] { "updelay", "downdelay" })
        {
            if (bond.Number(key) is > 0 and var delay && (miimon == 0 || delay % miimon != 0))
            {
                diagnostics.Add(TalosDiagnostics.BondDelay(key, bond[key]?.Origin));
            }
        }
    }

    private static void CheckOptions(ConfigStruct bond, string mode, DiagnosticBag diagnostics)
    {
        foreach (var key in new[] { "lacpRate", "adActorSysPrio", "adUserPortKey" })
        {
            if (mode != "802.3ad" && bond[key] is ConfigScalar { IsZero: false } value)
            {
                diagnostics.Add(TalosDiagnostics.BondOption(key, value.Origin));
            }
        }

        foreach (var (key, _) in Unfit.Where(u => u.Modes.Contains(mode)))
        {
            if (bond[key] is ConfigScalar { IsZero: false } value && (key != "packetsPerSlave" || value.Text != "1"))
            {
                diagnostics.Add(TalosDiagnostics.BondOptionInMode(key, mode, value.Origin));
            }
        }

        foreach (var field in bond.Type.Fields.Where(static f => f.Words.Count > 0 && f.Name != "mode"))
        {
            if (bond.Text(field.Name) is { Length: > 0 } word && !field.Words.Contains(word))
            {
                diagnostics.Add(TalosDiagnostics.BondWord(field, word, bond[field.Name]?.Origin));
            }
        }

        if (bond.Text("adActorSystem").Length > 0)
        {
            diagnostics.Add(TalosDiagnostics.BondOptionUnsupported("adActorSystem", bond["adActorSystem"]?.Origin));
        }
    }
}
