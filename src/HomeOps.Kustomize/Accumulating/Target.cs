using HomeOps.Text;

namespace HomeOps.Kustomize;

/// <summary>One kustomization being built: its resources, then its generators, components and transformers.</summary>
internal sealed class Target(BuildContext context, Loader loader, Kustomization kustomization, Origin? origin)
{
    /// <summary>Builds into an accumulator: its own, or for a component that of the kustomization that uses it.</summary>
    public void Accumulate(Accumulator result)
    {
        if (kustomization.HelmCharts is { } charts)
        {
            throw new KustomizeException(KustomizeDiagnostics.HelmCharts(charts));
        }

        AccumulateResources(result, kustomization.Resources);
        result.Config = result
            .Config.Merge(TransformerConfig.Default)
            .Merge(TransformerConfig.Load(loader, kustomization.Configurations))
            .Merge(CrdConfig.Load(loader, kustomization.Crds));
        Generate(result);
        foreach (var component in kustomization.Components)
        {
            context.Attempt(() =>
            {
                Enter(component, isComponent: true).Accumulate(result);
                result.Objects.CheckIds();
            });
        }

        new TransformerChain(context, loader, kustomization, origin, AccumulateConfigs).Run(result);
        result.AddVars(kustomization.Vars);
    }

    private void AccumulateResources(Accumulator result, IReadOnlyList<LocatedText> paths)
    {
        foreach (var path in paths)
        {
            context.Attempt(() => AccumulateResource(result, path));
        }
    }

    private void AccumulateResource(Accumulator result, LocatedText path)
    {
        if (loader.IsFile(path.Text, path.At))
        {
            AccumulateFile(result, path);
            return;
        }

        var inner = new Accumulator();
        Enter(path, isComponent: false).Accumulate(inner);
        result.Merge(inner, path.At);
    }

    private void AccumulateFile(Accumulator result, LocatedText path)
    {
        foreach (var resource in ResourceReader.Read(loader.LoadText(path.Text, path.At)))
        {
            resource.Origin = origin?.Append(path.Text);
            context.UseSchemas(resource.Gvk);
            result.Objects.Append(resource, resource.At);
        }
    }

    private Target Enter(LocatedText path, bool isComponent)
    {
        var inner = loader.Enter(path.Text, path.At);
        var entered = KustomizationFile.Load(inner, path.At, context.Warnings);
        context.UseOpenApi(inner, entered);
        if (isComponent != entered.IsComponent)
        {
            throw new KustomizeException(
                isComponent
                    ? KustomizeDiagnostics.NotAComponent(path.Text, path.At)
                    : KustomizeDiagnostics.IsAComponent(path.Text, path.At)
            );
        }

        return new Target(context, inner, entered, origin?.Append(path.Text));
    }

    private void Generate(Accumulator result)
    {
        foreach (var arguments in kustomization.ConfigMaps)
        {
            context.Attempt(() =>
                Absorb(result, ObjectGenerator.MakeConfigMap(loader, arguments), "ConfigMapGenerator")
            );
        }

        foreach (var arguments in kustomization.Secrets)
        {
            context.Attempt(() => Absorb(result, ObjectGenerator.MakeSecret(loader, arguments), "SecretGenerator"));
        }

        foreach (var config in AccumulateConfigs(kustomization.Generators))
        {
            var generated = PluginConfig.Generate(loader, config);
            generated.Origin ??= config.TransformerOrigin;
            result.Objects.Absorb(generated);
        }
    }

    private void Absorb(Accumulator result, Resource generated, string kind)
    {
        generated.Origin = origin?.BuiltIn(kustomization.File, kind);
        result.Objects.Absorb(generated);
    }

    // Entries of generators, transformers and validators are objects, or paths of files or folders that hold them.
    private List<PluginConfig> AccumulateConfigs(IReadOnlyList<LocatedText> entries)
    {
        if (entries.Count == 0)
        {
            return [];
        }

        // Plugins are of no built-in kind.
        context.UseSchemas();
        var configs = new Accumulator();
        var paths = new List<LocatedText>();
        foreach (var entry in entries)
        {
            if (!entry.Text.Contains('\n', StringComparison.Ordinal) && !entry.Text.StartsWith('{'))
            {
                paths.Add(entry);
                continue;
            }

            var source = new SourceText($"{entry.At.Path} (object on line {entry.At.Start.Line})", entry.Text);
            foreach (var resource in ResourceReader.Read(source))
            {
                resource.Origin = origin?.Append(kustomization.File);
                configs.Objects.Append(resource, resource.At);
            }
        }

        AccumulateResources(configs, paths);
        var result = new List<PluginConfig>();
        foreach (var resource in configs.Objects.Resources)
        {
            result.Add(new PluginConfig(resource));
        }

        return result;
    }
}
