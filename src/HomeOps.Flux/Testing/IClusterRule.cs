namespace HomeOps.Flux;

/// <summary>A rule about everything that the Kustomizations of a tree apply together.</summary>
internal interface IClusterRule
{
    /// <summary>Reports what breaks the rule.</summary>
    void Check(AppliedObjects objects, RuleFindings findings);
}
