using System.Security.Cryptography;
using System.Text;
using HomeOps.Text;

namespace HomeOps.Cli.Commands;

/// <summary>The file argument of a command: a path, or <c>-</c> or nothing for standard input.</summary>
internal static class InputFile
{
    /// <summary>The name used in findings.</summary>
    public static string Name(string? path) => IsStandardInput(path) ? "standard input" : path ?? "";

    /// <summary>Whether standard input is meant.</summary>
    public static bool IsStandardInput(string? path) => path is null or "-";

    /// <summary>Opens it for reading.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static Stream Open(World world, string? path) =>
        IsStandardInput(path) ? world.Terminal.OpenInput() : File.OpenRead(world.Absolute(path ?? ""));

    /// <summary>Reads it whole as UTF-8 text, named as the user named it.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static SourceText Source(World world, string? path) =>
        new(Name(path), Encoding.UTF8.GetString(Read(world, path)));

    /// <summary>Reads it whole.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static byte[] Read(World world, string? path)
    {
        using var input = Open(world, path);
        using var buffer = new MemoryStream();
        input.CopyTo(buffer);
        return buffer.ToArray();
    }

    /// <summary>Reads a file of private keys whole, leaving no copy behind; the collector does not move what the caller is to clear.</summary>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static byte[] ReadKey(World world, string? path)
    {
        using var input = IsStandardInput(path)
            ? world.Terminal.OpenInput()
            : new FileStream(world.Absolute(path ?? ""), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var content = GC.AllocateArray<byte>(4096, pinned: true);
        var length = 0;
        for (int read; (read = input.Read(content, length, content.Length - length)) > 0; )
        {
            length += read;
            content = length == content.Length ? Move(content, length, 2 * length) : content;
        }

        return Move(content, length, length);
    }

    private static byte[] Move(byte[] content, int length, int size)
    {
        var moved = GC.AllocateArray<byte>(size, pinned: true);
        content.AsSpan(0, length).CopyTo(moved);
        CryptographicOperations.ZeroMemory(content);
        return moved;
    }
}
