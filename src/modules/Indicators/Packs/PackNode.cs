using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Shuren.Indicators.Packs;

/// <summary>What is wrong in one file, in the order of its discovery.</summary>
internal sealed class PackFaults(string file)
{
    private readonly List<PackFault> all = [];

    public IReadOnlyList<PackFault> All => all;

    public void Add(Mark at, string zh, string en) => all.Add(new(file, (int)at.Line, (int)at.Column, new(zh, en)));
}

/// <summary>One mapping of a file: keys that are known, each read once, each fault told with its place.</summary>
internal sealed class PackNode
{
    private readonly Dictionary<string, YamlNode> values = [];
    private readonly PackFaults faults;

    private PackNode(YamlNode node, PackFaults faults) => (Start, this.faults) = (node.Start, faults);

    public Mark Start { get; }

    /// <summary>Reads a mapping; what it may not have is told.</summary>
    public static PackNode Of(YamlNode node, PackFaults faults, params string[] keys)
    {
        var read = new PackNode(node, faults);
        if (node is not YamlMappingNode mapping)
        {
            faults.Add(node.Start, "此处应是“名称: 值”。", "Here \"name: value\" is expected.");
            return read;
        }
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (keys.Contains(name))
                read.values[name] = value;
            else
                faults.Add(key.Start, $"不认识“{name}”；可用：{string.Join("、", keys)}。", $"\"{name}\" is not known; there are: {string.Join(", ", keys)}.");
        }
        return read;
    }

    /// <summary>Reads the one mapping that a file is. No text makes it throw; null where it is none, which is told.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="zh">What is told of a file that is no mapping.</param>
    /// <param name="en">The same in English.</param>
    /// <param name="keys">What it may have.</param>
    public static PackNode? Read(string yaml, PackFaults faults, string zh, string en, params string[] keys)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            faults.Add(broken.Start, "不是正确的 YAML：缩进、冒号或引号有误。", "This is no YAML: look at indents, colons and quotation marks.");
            return null;
        }
        if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            return Of(root, faults, keys);
        faults.Add(Mark.Empty, zh, en);
        return null;
    }

    public bool Has(string key) => values.ContainsKey(key);

    /// <summary>The node of a key; that of the mapping where it is missing.</summary>
    public Mark At(string key) => values.TryGetValue(key, out var value) ? value.Start : Start;

    public YamlScalarNode? Scalar(string key) => values.GetValueOrDefault(key) as YamlScalarNode;

    /// <summary>A text that has to be there.</summary>
    public string Needed(string key)
    {
        if (Optional(key) is { Length: > 0 } text)
            return text;
        faults.Add(At(key), $"缺少“{key}”。", $"\"{key}\" is missing.");
        return "";
    }

    /// <summary>A text; empty where there is none.</summary>
    public string Optional(string key) => Scalar(key)?.Value?.Trim() ?? "";

    /// <summary>Words in both languages: <c>zh</c>, <c>en</c>, or with a name before them.</summary>
    public PackWords Words(string key, bool isNeeded = true)
    {
        var (zh, en) = key.Length == 0 ? ("zh", "en") : (key, key + "_en");
        return isNeeded ? new(Needed(zh), Needed(en)) : new(Optional(zh), Optional(en));
    }

    /// <summary>One of a few words.</summary>
    public T Choice<T>(string key, T otherwise) where T : struct, Enum
    {
        if (Optional(key) is not { Length: > 0 } text)
            return otherwise;
        if (Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsDigit(text[0]))
            return value;
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        faults.Add(At(key), $"“{key}”只能是：{string.Join("、", names)}。", $"\"{key}\" is one of: {string.Join(", ", names)}.");
        return otherwise;
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Whole(string key, int least, int most)
    {
        if (Optional(key) is not { Length: > 0 } text)
            return null;
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
            return value;
        faults.Add(At(key), $"“{key}”应是{least}到{most}的整数。", $"\"{key}\" is a whole number from {least} to {most}.");
        return null;
    }

    /// <summary>The parts of a list; none where it is missing.</summary>
    public IEnumerable<YamlNode> List(string key)
    {
        if (!values.TryGetValue(key, out var value))
            return [];
        if (value is YamlSequenceNode list)
            return list;
        faults.Add(value.Start, $"“{key}”应是一列，每条以“-”开头。", $"\"{key}\" is a list, each with \"-\" before it.");
        return [];
    }

    /// <summary>The pairs of a mapping below a key.</summary>
    public IEnumerable<(YamlScalarNode Key, YamlScalarNode Value)> Pairs(string key)
    {
        if (values.TryGetValue(key, out var value) && value is YamlMappingNode mapping)
            return [.. mapping.Children.Where(pair => pair.Key is YamlScalarNode && pair.Value is YamlScalarNode).Select(pair => ((YamlScalarNode)pair.Key, (YamlScalarNode)pair.Value))];
        faults.Add(At(key), $"“{key}”应是“日期: 数值”。", $"\"{key}\" is \"day: value\".");
        return [];
    }
}
