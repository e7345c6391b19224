using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>
/// Takes cluster.yaml and nodes.yaml to a complete repository. Every step but the last works in memory, and a step that found an
/// error is the last: then nothing is written.
/// </summary>
public static class Configure
{
    /// <summary>Runs the pipeline.</summary>
    public static ConfigureReport Run(ConfigureRequest request)
    {
        var clock = new StepClock(request.Time);
        var findings = new DiagnosticBag();
        var inputs = clock.Run("load", () => LoadStep.Run(request, findings));
        var model = clock.Run("validate", () => ValidateStep.Run(inputs, findings));
        return new ConfigureReport
        {
            Outcome = findings.HasErrors ? ConfigureOutcome.Failed : ConfigureOutcome.Unchanged,
            Model = model,
            CreatedKeys = inputs.CreatedKeys,
            Findings = findings.Ordered(),
            Steps = clock.Steps,
            IsCheck = request.Check,
        };
    }
}
