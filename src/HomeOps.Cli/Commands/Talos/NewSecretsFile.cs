using System.Text;
using HomeOps.Files;
using HomeOps.Sops;
using HomeOps.Talos;
using HomeOps.Text;
using HomeOps.Yaml;

namespace HomeOps.Cli.Commands;

/// <summary>The talsecret file that <c>gensecret</c> is about to make: encrypted before it is on disk, in the place of no other.</summary>
internal sealed class NewSecretsFile(World world, string output)
{
    private readonly string path = world.Absolute(output);

    /// <summary>Why it cannot be made, or null.</summary>
    /// <exception cref="SopsException">The rules for encryption cannot be used.</exception>
    public Diagnostic? Obstacle()
    {
        // genconfig takes the last of the usual names, so a second bundle would silently take the place of the first.
        string[] names = [Path.GetFileName(path), .. GenConfigInput.UsualSecretFiles];
        foreach (var other in names.Select(name => Path.Join(Path.GetDirectoryName(path), name)))
        {
            if (Path.Exists(other))
            {
                return TalosCommandDiagnostics.SecretsExist(Path.GetRelativePath(world.WorkingFolder, other));
            }
        }

        return Rule() is null ? TalosCommandDiagnostics.NoRuleForSecrets(output) : null;
    }

    /// <summary>Encrypts and creates the file, and says so; returns what went wrong, or null.</summary>
    /// <exception cref="SopsException">It cannot be encrypted.</exception>
    public Diagnostic? Write(SecretsBundle bundle)
    {
        if (Rule() is not { } rule)
        {
            return TalosCommandDiagnostics.NoRuleForSecrets(output);
        }

        var plain = new SourceText(output, bundle.ToYaml(YamlProfile.Talhelper));
        var encrypted = SopsFormat.For(path).Encrypt(plain, rule, new SopsContext(world.Random, world.Clock));
        // A rule for Kubernetes Secrets (encrypted_regex) would leave every key of the cluster readable.
        if (bundle.SecretTexts().Any(secret => encrypted.Contains(secret, StringComparison.Ordinal)))
        {
            return TalosCommandDiagnostics.RuleLeavesSecrets(output);
        }

        if (PrivateFile.Create(path, Encoding.UTF8.GetBytes(encrypted)) is { } failure)
        {
            return failure;
        }

        world.Terminal.Error.WriteLine($"{output}: made, encrypted");
        return null;
    }

    private CreationRule? Rule()
    {
        var config = new SopsSurroundings(world).FindConfig(named: null, Path.GetDirectoryName(path));
        return config?.Config.FindRule(config.RulePath(path));
    }
}
