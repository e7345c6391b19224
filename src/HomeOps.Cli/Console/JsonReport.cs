using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HomeOps.Text;

namespace HomeOps.Cli;

/// <summary>Prints one JSON object for programs that read homeops's reports.</summary>
internal static class JsonReport
{
    /// <summary>Writes the object whose members the callback adds, and a line end.</summary>
    public static void Write(TextWriter output, Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NewLine = "\n",
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    /// <summary>Adds the member <c>findings</c>: a list of code, severity, message, file, line, column, details (lines), hint.</summary>
    public static void Findings(Utf8JsonWriter json, IEnumerable<Diagnostic> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString(
                "severity",
                finding.Severity switch
                {
                    Severity.Error => "error",
                    Severity.Warning => "warning",
                    _ => "note",
                }
            );
            json.WriteString("message", finding.Message);
            if (finding.Location is { } location)
            {
                json.WriteString("file", location.Path);
                json.WriteNumber("line", location.Start.Line);
                json.WriteNumber("column", location.Start.Column);
            }

            if (finding.Details is { } details)
            {
                Lines(json, "details", details.Split('\n'));
            }

            if (finding.Hint is { } hint)
            {
                json.WriteString("hint", hint);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Adds a member that is a list of lines.</summary>
    public static void Lines(Utf8JsonWriter json, string name, IEnumerable<string> lines)
    {
        json.WriteStartArray(name);
        foreach (var line in lines)
        {
            json.WriteStringValue(line);
        }

        json.WriteEndArray();
    }
}
