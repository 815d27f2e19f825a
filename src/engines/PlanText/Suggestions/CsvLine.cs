using System.Text;

namespace Shuren.PlanText.Suggestions;

/// <summary>One line of a CSV file of our own (RFC 4180, no line breaks inside a field).</summary>
internal static class CsvLine
{
    internal static List<string> Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && isQuoted && at + 1 < line.Length && line[at + 1] == '"')
                field.Append(line[at++]);
            else if (line[at] == '"')
                isQuoted = !isQuoted;
            else if (line[at] == ',' && !isQuoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
                field.Append(line[at]);
        }
        fields.Add(field.ToString());
        return fields;
    }
}
