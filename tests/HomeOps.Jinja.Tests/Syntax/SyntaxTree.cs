using System.Collections;
using System.Reflection;
using System.Text;
using HomeOps.Jinja.Syntax;
using HomeOps.Jinja.Syntax.Expressions;
using HomeOps.Jinja.Syntax.Statements;
using HomeOps.Jinja.Values;

namespace HomeOps.Jinja.Tests.Syntax;

/// <summary>
/// A syntax tree as text, by looking into its objects: two trees with the same text mean the same. Places are left out, and so are
/// stack guards and the borders between neighbouring texts.
/// </summary>
internal static class SyntaxTree
{
    public static string Of(string template, JinjaSyntax syntax, JinjaExtensions extensions)
    {
        var text = Lexer.Normalize(syntax, template);
        var result = new StringBuilder();
        Write(Parser.Parse(new Lexer(new LexerRules(syntax), text), extensions), result);
        return result.ToString();
    }

    private static void Write(object? node, StringBuilder into)
    {
        switch (node)
        {
            case null:
                into.Append("null");
                break;
            case Value constant:
                into.Append(constant.Kind).Append(' ').Append(constant);
                break;
            case GuardedExpression:
                Write(Fields(node).Select(f => f.GetValue(node)).OfType<Expression>().Single(), into);
                break;
            case ReadOnlyMemory<char> text:
                into.Append(text.Span);
                break;
            case string or bool or Enum:
                into.Append('"').Append(node).Append('"');
                break;
            case IEnumerable items:
                into.Append('[');
                WriteItems(items, into);
                into.Append(']');
                break;
            default:
                into.Append(node.GetType().Name).Append('(');
                foreach (var field in Fields(node))
                {
                    Write(field.GetValue(node), into);
                    into.Append(' ');
                }

                into.Append(')');
                break;
        }
    }

    private static void WriteItems(IEnumerable items, StringBuilder into)
    {
        var text = new StringBuilder();
        foreach (var item in items)
        {
            if (item is TextStatement)
            {
                Write(Fields(item).Select(f => f.GetValue(item)).OfType<ReadOnlyMemory<char>>().Single(), text);
                continue;
            }

            Flush();
            Write(item, into);
            into.Append(' ');
        }

        Flush();

        void Flush()
        {
            if (text.Length > 0)
            {
                into.Append("Text(").Append(text).Append(") ");
                text.Clear();
            }
        }
    }

    // What the parser decided; what binding adds later is empty yet or of types outside of the syntax.
    private static IEnumerable<FieldInfo> Fields(object node)
    {
        for (var type = node.GetType(); type is not null; type = type.BaseType)
        {
            foreach (
                var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
                    .Where(static f => IsSyntax(f.FieldType))
                    .OrderBy(static f => f.Name, StringComparer.Ordinal)
            )
            {
                yield return field;
            }
        }
    }

    private static bool IsSyntax(Type type)
    {
        var item =
            type.IsArray ? type.GetElementType() ?? type
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                ? type.GetGenericArguments()[0]
            : type;
        return item == typeof(string)
            || item == typeof(bool)
            || item == typeof(Value)
            || item == typeof(ReadOnlyMemory<char>)
            || item == typeof(TokenKind)
            || item == typeof(ComparisonOperator)
            || item == typeof(NameMentions)
            || item.Namespace?.StartsWith("HomeOps.Jinja.Syntax.", StringComparison.Ordinal) == true;
    }
}
