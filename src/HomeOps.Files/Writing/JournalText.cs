using System.Text.Encodings.Web;
using System.Text.Json;

namespace HomeOps.Files;

/// <summary>The journal as JSON.</summary>
internal static class JournalText
{
    /// <summary>Indented, and with names as people wrote them: the files are local and never part of a web page.</summary>
    public static JsonWriterOptions Readable { get; } =
        new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] ToBytes(WriteJournal journal)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("deletes");
            foreach (var delete in journal.Deletes)
            {
                WriteStrings(writer, [delete.Path, delete.Before]);
            }

            writer.WriteEndArray();
            WriteStrings(writer, "emptiedFolders", journal.EmptiedFolders);
            WriteStrings(writer, "newFolders", journal.NewFolders);
            writer.WriteStartArray("moves");
            foreach (var move in journal.Moves)
            {
                WriteStrings(writer, [move.Temporary, move.Path, move.Hash, move.Before]);
            }

            writer.WriteEndArray();
            WriteStrings(writer, "probes", journal.Probes);
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>Null when the text is not a whole journal, or names a path outside the folder.</summary>
    public static WriteJournal? Parse(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return new WriteJournal(
                [.. Rows(root, "deletes").Select(static r => new JournalDelete(PathAt(r, 0), TextAt(r, 1)))],
                [.. Rows(root, "emptiedFolders").Select(Checked)],
                [.. Rows(root, "newFolders").Select(Checked)],
                [
                    .. Rows(root, "moves")
                        .Select(static r => new JournalMove(
                            PathAt(r, 0),
                            PathAt(r, 1),
                            TextAt(r, 2),
                            r[3].GetString()
                        )),
                ],
                [.. Rows(root, "probes").Select(Checked)]
            );
        }
        catch (Exception damaged)
            when (damaged
                    is JsonException
                        or InvalidOperationException
                        or KeyNotFoundException
                        or IndexOutOfRangeException
                        or FormatException
            )
        {
            return null;
        }
    }

    private static void WriteStrings(Utf8JsonWriter writer, string name, IReadOnlyList<string> values)
    {
        writer.WritePropertyName(name);
        WriteStrings(writer, values);
    }

    private static void WriteStrings(Utf8JsonWriter writer, IReadOnlyList<string?> values)
    {
        writer.WriteStartArray();
        foreach (var value in values)
        {
            writer.WriteStringValue(value);
        }

        writer.WriteEndArray();
    }

    private static JsonElement.ArrayEnumerator Rows(JsonElement root, string name) =>
        root.GetProperty(name).EnumerateArray();

    private static string PathAt(JsonElement row, int index) => Checked(row[index]);

    private static string TextAt(JsonElement row, int index) => row[index].GetString() ?? throw new FormatException();

    private static string Checked(JsonElement element) =>
        element.GetString() is { Length: > 0 } path && TreePath.Normalize(path) == path
            ? path
            : throw new FormatException();
}
