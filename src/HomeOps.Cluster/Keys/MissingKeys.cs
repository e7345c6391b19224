using System.Text;
using HomeOps.Files;

namespace HomeOps.Cluster;

/// <summary>Makes the keys and tokens that a repository lacks.</summary>
internal static class MissingKeys
{
    /// <summary>Makes what is not in <paramref name="keys"/>, and puts it there.</summary>
    /// <param name="keys">SECRET. Content of the key files that are there, by name.</param>
    /// <param name="hasPublicKey">Whether the public half of the deploy key is there.</param>
    /// <param name="request">How keys are made.</param>
    /// <returns>The new files, which only their owner may read; the public half of the deploy key is among them.</returns>
    public static IReadOnlyList<MemoryFile> Make(
        Dictionary<string, byte[]> keys,
        bool hasPublicKey,
        ConfigureRequest request
    )
    {
        var made = new List<MemoryFile>();
        if (!keys.ContainsKey(AgeKey.FileName))
        {
            Add(AgeKey.FileName, AgeKey.Generate(request.ClassicKey, request.Time, request.Random));
        }

        if (keys.TryGetValue(DeployKey.FileName, out var deployKey))
        {
            if (!hasPublicKey && DeployKey.PublicTextOf(deployKey) is { } text)
            {
                Add(DeployKey.PublicFileName, text);
            }
        }
        else
        {
            var pair = DeployKey.Generate(request.Random);
            Add(DeployKey.FileName, pair.PrivateText);
            Add(DeployKey.PublicFileName, pair.PublicLine + "\n");
        }

        if (!keys.ContainsKey(PushToken.FileName))
        {
            Add(PushToken.FileName, PushToken.Generate(request.Random));
        }

        return made;

        void Add(string name, string text)
        {
            var content = Encoding.UTF8.GetBytes(text);
            keys[name] = content;
            made.Add(
                new MemoryFile(name, content)
                {
                    Mode = name == DeployKey.PublicFileName ? MemoryFile.DefaultMode : MemoryFile.PrivateMode,
                }
            );
        }
    }
}
