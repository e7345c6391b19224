namespace HomeOps.Sops.Config;

/// <summary>The settings of a creation rule that SOPS 3.13 knows.</summary>
internal static class RuleKeys
{
    /// <summary>Kinds of key other than age, as rules name them.</summary>
    public static readonly string[] OtherKinds =
    [
        "pgp",
        "kms",
        "gcp_kms",
        "hckms",
        "azure_keyvault",
        "hc_vault_transit_uri",
        "hc_vault",
    ];

    /// <summary>Whether somebody who wrote this meant which files a rule is for (<c>path</c>, <c>filename_regex</c>).</summary>
    public static bool SoundsLikePath(string name) =>
        name.Contains("path", StringComparison.OrdinalIgnoreCase)
        || name.Contains("file", StringComparison.OrdinalIgnoreCase);

    /// <summary>All settings.</summary>
    public static readonly string[] All =
    [
        "path_regex",
        "age",
        .. OtherKinds,
        "aws_profile",
        "key_groups",
        "shamir_threshold",
        "unencrypted_suffix",
        "encrypted_suffix",
        "unencrypted_regex",
        "encrypted_regex",
        "unencrypted_comment_regex",
        "encrypted_comment_regex",
        "mac_only_encrypted",
    ];
}
