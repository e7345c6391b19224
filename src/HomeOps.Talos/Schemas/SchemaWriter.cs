using System.Text.Json;
using HomeOps.Talos.Model;

namespace HomeOps.Talos.Schemas;

/// <summary>Writes a type as JSON schema. Structs stand once, under <c>definitions</c>, by the name of the key they were first met at.</summary>
internal sealed class SchemaWriter(Utf8JsonWriter json)
{
    private readonly Dictionary<StructType, string> names = [];
    private readonly Queue<StructType> pending = new();

    /// <summary>The members of the schema of a struct, and the definitions it needs.</summary>
    /// <param name="root">The struct.</param>
    /// <param name="named">Structs whose names are not those of keys.</param>
    public void WriteRoot(StructType root, params ReadOnlySpan<(string Name, StructType Type)> named)
    {
        foreach (var (name, type) in named)
        {
            names.Add(type, name);
            pending.Enqueue(type);
        }

        WriteStruct(root);
        json.WriteStartObject("definitions");
        WriteVariable();
        while (pending.TryDequeue(out var type))
        {
            json.WriteStartObject(names[type]);
            WriteStruct(type);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void WriteStruct(StructType type)
    {
        json.WriteString("type", "object");
        json.WriteBoolean("additionalProperties", false);
        json.WriteStartObject("properties");
        foreach (var field in type.Fields)
        {
            json.WriteStartObject(field.Name);
            if (field.Description.Length > 0)
            {
                json.WriteString("description", field.Description);
            }

            WriteValue(field);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        if (type.Fields.Any(static f => f.IsNeeded))
        {
            WriteTexts("required", type.Fields.Where(static f => f.IsNeeded).Select(static f => f.Name));
        }
    }

    private void WriteValue(Field field)
    {
        switch (field.Type)
        {
            case WordType words:
                WriteWords(words.Words);
                break;
            case TextType when field.Words.Count > 0:
                WriteWords(field.Words);
                break;
            // Beside $ref, draft-07 ignores every other keyword, and the description should be shown.
            case StructType part:
                json.WriteStartArray("allOf");
                json.WriteStartObject();
                WriteType(part, field.Name);
                json.WriteEndObject();
                json.WriteEndArray();
                break;
            default:
                WriteType(field.Type, field.Name);
                break;
        }
    }

    private void WriteType(ConfigType type, string key)
    {
        switch (type)
        {
            case StructType part:
                json.WriteString("$ref", "#/definitions/" + Name(part, key));
                break;
            case ListType list:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                WriteType(list.Element, key);
                json.WriteEndObject();
                break;
            case MapType map:
                json.WriteString("type", "object");
                json.WriteStartObject("additionalProperties");
                WriteType(map.Element, key);
                json.WriteEndObject();
                break;
            case FreeType:
                json.WriteString("type", "object");
                break;
            case BoolType:
                WriteEither(() => json.WriteString("type", "boolean"));
                break;
            case IntType number:
                WriteEither(() => WriteInteger(number));
                break;
            case FileModeType:
                WriteEither(() => json.WriteString("type", "integer"));
                break;
            case TextType { IsPlain: true }:
                WriteTexts("type", ["string", "integer"]);
                break;
            case TextType or Base64Type:
                json.WriteString("type", "string");
                break;
            default:
                throw new NotSupportedException($"no schema for {type.GetType().Name}");
        }
    }

    private void WriteInteger(IntType number)
    {
        json.WriteString("type", "integer");
        if (number.Min != long.MinValue)
        {
            json.WriteNumber("minimum", number.Min);
        }

        if (number.Max != long.MaxValue)
        {
            json.WriteNumber("maximum", number.Max);
        }
    }

    private void WriteWords(IReadOnlyList<string> words) => WriteEither(() => WriteTexts("enum", words));

    private void WriteEither(Action value)
    {
        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        value();
        json.WriteEndObject();
        json.WriteStartObject();
        json.WriteString("$ref", "#/definitions/variable");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private void WriteVariable()
    {
        json.WriteStartObject("variable");
        json.WriteString("type", "string");
        json.WriteString("pattern", @"\$");
        json.WriteEndObject();
    }

    private void WriteTexts(string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private string Name(StructType type, string key)
    {
        if (!names.TryGetValue(type, out var name))
        {
            name = key;
            for (var i = 2; names.ContainsValue(name); i++)
            {
                name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{key}{i}");
            }

            names.Add(type, name);
            pending.Enqueue(type);
        }

        return name;
    }
}
