using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Text;

namespace HomeOps.Cluster;

/// <summary>What a run has when it is about to look at what writing would change.</summary>
/// <param name="Inputs">The inputs as they were found.</param>
internal sealed record Prepared(LoadedInputs Inputs)
{
    /// <summary>The cluster; null as in <see cref="ConfigureReport.Model"/>.</summary>
    public ClusterModel? Model { get; init; }

    /// <summary>What was rendered; null when an error came before.</summary>
    public Rendering? Rendering { get; init; }

    /// <summary>What is to be written, secrets encrypted; null when an error came before.</summary>
    public Encryption? Encryption { get; init; }
}

/// <summary>
/// Load → Validate → Render → Encrypt: the steps that only read, from trees of any kind. A step that found an error is the last.
/// </summary>
internal static class Preparation
{
    /// <summary>Runs the steps.</summary>
    /// <param name="request">What is asked for; its folders are names here.</param>
    /// <param name="source">The folder of the inputs.</param>
    /// <param name="repository">The folder of the repository; the same tree when they are one.</param>
    /// <param name="clock">Measures the steps.</param>
    /// <param name="findings">Where findings go.</param>
    public static Prepared Run(
        ConfigureRequest request,
        FileTree source,
        FileTree repository,
        StepClock clock,
        DiagnosticBag findings
    )
    {
        var inputs = clock.Run("load", () => LoadStep.Run(request, source, repository, findings));
        var model = clock.Run("validate", () => ValidateStep.Run(request, inputs, findings));
        var prepared = new Prepared(inputs) { Model = model };
        if (
            findings.HasErrors
            || clock.Run("render", () => RenderStep.Run(inputs, model, request.Environment, findings))
                is not { } rendering
            || findings.HasErrors
        )
        {
            return prepared;
        }

        var context = new SopsContext(request.Random, request.Time);
        var encryption = clock.Run("encrypt", () => EncryptStep.Run(inputs, rendering.Files, context, findings));
        return prepared with { Rendering = rendering, Encryption = encryption };
    }
}
