using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>Looks at a repository and the machine for what will not work, or will hurt later. It changes nothing.</summary>
public static class Doctor
{
    /// <summary>Makes every check; what fails in one does not keep the others from being made.</summary>
    public static DoctorReport Run(DoctorRequest request)
    {
        var tree = new DiskTree(request.Folder);
        using var keys = RepositoryKeys.Read(tree);
        var inputs = new InputChecks(tree);
        return new DoctorReport([
            .. GitChecks.Run(request, tree, inputs.RepositoryName),
            .. inputs.Run(),
            .. KeyChecks.Run(tree, keys),
            .. SecretChecks.Run(tree, keys),
            .. MachineChecks.Run(request),
            .. NodeChecks.Run(request, tree, keys),
        ]);
    }
}
