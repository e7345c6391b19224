using HomeOps.Age;
using HomeOps.Text;

namespace HomeOps.Sops.Tests.Config;

public sealed class SopsConfigTests
{
    private static readonly string First = Recipient();
    private static readonly string Second = Recipient();

    [Fact]
    public void The_first_rule_that_finds_something_in_the_path_wins()
    {
        var config = Parse(
            $"""
            creation_rules:
              - path_regex: talos/.*\.sops\.ya?ml
                mac_only_encrypted: true
                age: "{First}"
              - path_regex: (bootstrap|kubernetes)/.*\.sops\.ya?ml
                encrypted_regex: "^(data|stringData)$"
                age: "{Second}"
            stores:
              yaml:
                indent: 2
            """
        );

        var talos = config.RequireRule("talos/talsecret.sops.yaml");
        var kubernetes = config.RequireRule("kubernetes/apps/a/secret.sops.yaml");

        Assert.Empty(config.Diagnostics);
        Assert.Equal(1, talos.Number);
        Assert.Equal([First], talos.Recipients.Select(static r => r.ToString()));
        Assert.True(talos.MacOnlyEncrypted);
        Assert.Equal(SopsSelector.Default, talos.Selector);
        Assert.Equal(2, talos.Indents.Yaml);
        Assert.Equal(2, kubernetes.Number);
        Assert.Equal([Second], kubernetes.Recipients.Select(static r => r.ToString()));
        Assert.Equal(new SopsSelector(SelectorKind.EncryptedRegex, "^(data|stringData)$"), kubernetes.Selector);
        Assert.Null(config.FindRule("other/x.sops.yaml"));
    }

    [Fact]
    public void Recipients_may_be_divided_by_commas_blanks_and_line_ends()
    {
        string[] expected = [First, Second];

        Assert.Equal(expected, RecipientsOf($"age: '{First}, {Second},'"));
        Assert.Equal(expected, RecipientsOf($"age: '{First} {Second}'"));
        Assert.Equal(expected, RecipientsOf($"age: >-\n      {First},\n      {Second}"));
        Assert.Equal(expected, RecipientsOf($"age: [{First}, {Second}]"));
        Assert.Equal([First, First], RecipientsOf($"age: '{First},{First}'"));
    }

    [Fact]
    public void A_key_group_is_freed_of_duplicates() =>
        Assert.Equal(
            [First, Second],
            RecipientsOf(
                $"key_groups:\n      - age: [{First}]\n        merge:\n          - age: [{First}]\n          - age: [{Second}]"
            )
        );

    [Theory]
    [InlineData("", 4)]
    [InlineData("stores: {yaml: {indent: 0}}", 4)]
    [InlineData("stores: {yaml: {indent: 2}}", 2)]
    [InlineData("stores: {yaml: {indent: 1}}", 2)]
    [InlineData("stores: {yaml: {indent: 12}}", 2)]
    public void The_indent_is_what_sops_makes_of_it(string stores, int indent) =>
        Assert.Equal(indent, Parse(stores).Indents.Yaml);

    [Fact]
    public void A_misspelt_path_regex_that_matches_everything_is_warned_of()
    {
        var config = Parse($"creation_rules:\n  - path_regexp: talos/\n    age: {First}\n");

        var warning = Assert.Single(config.Diagnostics);
        Assert.Equal(
            ".sops.yaml:2:5: warning HO0651: 'path_regexp' is not a setting of a creation rule, so it is ignored and the rule covers every file",
            warning.ToString()
        );
        Assert.Equal("did you mean 'path_regex'?", warning.Hint);
        Assert.Equal(1, config.RequireRule("anything").Number);
    }

    [Theory]
    [InlineData("path", "did you mean 'path_regex'?")]
    [InlineData("filename_regex", "did you mean 'path_regex'?")]
    [InlineData("path-regex", "did you mean 'path_regex'?")]
    public void A_key_that_was_to_say_which_files_is_said_to_cover_all_of_them(string key, string hint)
    {
        var warning = Assert.Single(Parse($"creation_rules:\n  - {key}: talos/\n    age: {First}\n").Diagnostics);

        Assert.EndsWith("so it is ignored and the rule covers every file", warning.Message, StringComparison.Ordinal);
        Assert.Equal(hint, warning.Hint);
    }

    [Fact]
    public void Without_rules_nothing_is_covered()
    {
        Assert.Null(Parse("{}").FindRule("a.yaml"));
        Assert.Null(Parse("creation_rules: []").FindRule("a.yaml"));
        Assert.Null(Parse("").FindRule("a.yaml"));
    }

    [Theory]
    [InlineData("age: ''", "HO0656")]
    [InlineData("age: age1zzz", "HO0659")]
    [InlineData("pgp: ABC", "HO0660")]
    [InlineData("encrypted_regex: a\n    unencrypted_suffix: b\n    age: AGE", "HO0612")]
    [InlineData("encrypted_regex: a(?=b)\n    age: AGE", "HO0654")]
    [InlineData("path_regex: a(?=b)\n    age: AGE", "HO0654")]
    [InlineData("key_groups: [{age: [AGE]}, {age: [AGE]}]", "HO0658")]
    public void A_rule_that_cannot_be_used_is_an_error_when_it_is_needed(string rule, string code)
    {
        var config = Parse($"creation_rules:\n  - {rule.Replace("AGE", First, StringComparison.Ordinal)}\n");

        var failure = Assert.Throws<SopsException>(() => config.FindRule("ab.yaml"));

        Assert.Equal(SopsFailure.BadConfig, failure.Failure);
        Assert.Equal(code, failure.Diagnostic.Code);
    }

    [Fact]
    public void Keys_that_are_not_age_are_left_out_with_a_warning()
    {
        var config = Parse($"creation_rules:\n  - pgp: ABC\n    age: {First}\n");

        Assert.Equal("HO0661", Assert.Single(config.Diagnostics).Code);
        Assert.Equal([First], config.RequireRule("a").Recipients.Select(static r => r.ToString()));
    }

    [Theory]
    [InlineData("a: [", "HO02")]
    [InlineData("- a", "HO0650")]
    [InlineData("creation_rules: {}", "HO0650")]
    [InlineData("creation_rules: [a]", "HO0650")]
    public void A_text_of_another_shape_is_refused(string text, string code) =>
        Assert.StartsWith(
            code,
            Assert.Throws<SopsException>(() => Parse(text)).Diagnostic.Code,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_negative_indent_is_an_error_for_YAML_files_only()
    {
        var config = Parse($"creation_rules:\n  - age: {First}\nstores: {{yaml: {{indent: -1}}}}\n");

        Assert.Equal("HO0657", Assert.Throws<SopsException>(() => config.RequireRule("a.yaml")).Diagnostic.Code);
        Assert.Equal(1, config.RequireRule("a.json").Number);
    }

    [Fact]
    public void A_file_no_rule_covers_is_an_error()
    {
        var failure = Assert.Throws<SopsException>(() =>
            Parse($"creation_rules:\n  - path_regex: ^k/\n    age: {First}\n").RequireRule("x/k/a.yaml")
        );

        Assert.Equal(SopsFailure.NoMatchingRule, failure.Failure);
        Assert.Equal("no creation rule covers x/k/a.yaml", failure.Diagnostic.Message);
    }

    private static SopsConfig Parse(string text) => SopsConfig.Parse(new SourceText(".sops.yaml", text));

    private static IEnumerable<string> RecipientsOf(string rule) =>
        Parse($"creation_rules:\n  - {rule}\n").RequireRule("a.yaml").Recipients.Select(static r => r.ToString());

    private static string Recipient() =>
        Household
            .RecipientOf(AgeKeygen.Generate(false, System.Security.Cryptography.RandomNumberGenerator.Fill))
            .ToString();
}
