using System.Text;

namespace Shuren.Rooms.Tests.Planning.FeedCalendar;

/// <summary>A component of an iCalendar stream, read by the letter of RFC 5545 § 3.1.</summary>
internal sealed record CalendarPart(string Name, List<(string Name, string Value)> Properties, List<CalendarPart> Parts)
{
    public string this[string name] => Properties.Single(property => property.Name == name).Value;
}

/// <summary>A strict reader of its own: refuses bare line feeds, long lines, unknown escapes and parts that do not close.</summary>
internal static class CalendarReader
{
    public static CalendarPart Read(string text)
    {
        Assert.EndsWith("\r\n", text);
        Assert.DoesNotContain('\n', text.Replace("\r\n", ""));
        var physical = text[..^2].Split("\r\n");
        Assert.All(physical, line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75));
        var lines = new List<string>();
        foreach (var line in physical)
        {
            if (line[0] == ' ')
                lines[^1] += line[1..];
            else
                lines.Add(line);
        }
        var open = new Stack<CalendarPart>([new("", [], [])]);
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            if (name == "BEGIN")
                open.Push(new(value, [], []));
            else if (name == "END")
                Close(open, value);
            else
                open.Peek().Properties.Add((name, value));
        }
        return Assert.Single(Assert.Single(open).Parts);
    }

    public static string Text(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Assert.False(value[i] is ',' or ';', "a comma or semicolon stands bare");
            text.Append(value[i] != '\\' ? value[i] : value[++i] switch { 'n' or 'N' => '\n', '\\' => '\\', ',' => ',', ';' => ';', _ => throw new FormatException("unknown escape") });
        }
        return text.ToString();
    }

    private static void Close(Stack<CalendarPart> open, string name)
    {
        var part = open.Pop();
        Assert.Equal(name, part.Name);
        open.Peek().Parts.Add(part);
    }
}
