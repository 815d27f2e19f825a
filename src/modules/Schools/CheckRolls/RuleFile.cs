using System.Text.RegularExpressions;
using Shuren.Formulas;
using Shuren.Formulas.Catalogues;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Shuren.Schools.CheckRolls;

/// <summary>
/// Reads rules in YAML. A rule's <c>of</c> names a fact and its <c>when</c> a condition of the formula language over that fact's columns; what cannot be read,
/// bound or understood is said with line and column, and no rule of such a file is used.
/// </summary>
internal sealed partial class RuleFile
{
    private static readonly string[] Keys = ["id", "roll", "severity", "of", "when", "title", "title_en", "why", "why_en", "mend", "mend_en", "of_care"];

    private readonly Catalogue catalogue;
    private readonly List<RollRule> rules = [];
    private readonly List<RuleFault> faults = [];

    private RuleFile(Catalogue catalogue) => this.catalogue = catalogue;

    /// <summary>Reads a file.</summary>
    /// <returns>Its rules in their order, and what is wrong; none of the rules where anything is.</returns>
    public static (IReadOnlyList<RollRule> Rules, IReadOnlyList<RuleFault> Faults) Read(string yaml, Catalogue catalogue)
    {
        var file = new RuleFile(catalogue);
        file.Read(yaml);
        return (file.faults.Count > 0 ? [] : file.rules, file.faults);
    }

    private void Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException broken)
        {
            Wrong(broken.Start, "不是正确的 YAML：缩进、冒号或引号有误。", "This is no YAML: look at indents, colons and quotation marks.");
            return;
        }
        if (stream.Documents is not [{ RootNode: YamlSequenceNode list }])
        {
            Wrong(stream.Documents.FirstOrDefault()?.RootNode.Start ?? Mark.Empty, "文件应是一列规则，每条以“- id:”开头。", "The file is to be a list of rules, each beginning with \"- id:\".");
            return;
        }
        foreach (var node in list)
            ReadRule(node);
    }

    private void ReadRule(YamlNode node)
    {
        if (node is not YamlMappingNode rule)
        {
            Wrong(node.Start, "每条规则以“- id:”开头。", "Each rule begins with \"- id:\".");
            return;
        }
        var before = faults.Count;
        var values = ValuesOf(rule);
        string Text(string key) => values.GetValueOrDefault(key)?.Value?.Trim() ?? "";
        foreach (var key in Keys.Where(key => key != "of_care" && Text(key).Length == 0))
            Wrong(rule.Start, $"规则“{Text("id")}”缺少“{key}”。", $"The rule \"{Text("id")}\" lacks \"{key}\".");
        var (roll, severity) = (ChoiceOf<RuleRoll>(values, "roll"), ChoiceOf<RuleSeverity>(values, "severity"));
        if (values.TryGetValue("id", out var id) && !Name().IsMatch(Text("id")))
            Wrong(id.Start, $"“{Text("id")}”不能作编号：用小写字母、数字和连字符。", $"\"{Text("id")}\" is no id: small letters, digits and hyphens.");
        else if (rules.Exists(known => known.Id == Text("id")))
            Wrong(id!.Start, $"编号“{Text("id")}”用了两次。", $"The id \"{Text("id")}\" stands twice."); // it was read: an empty id was told
        var ofCare = Text("of_care") switch { "" or "false" => false, "true" => true, _ => Told(values["of_care"].Start, "of_care 只能是 true 或 false。", "of_care is true or false.") };
        if (faults.Count == before && ConditionOf(values["of"], values["when"]) is { } condition)
            rules.Add(new(Text("id"), roll, severity, new(Text("title"), Text("title_en")), new(Text("why"), Text("why_en")), new(Text("mend"), Text("mend_en")), ofCare, condition));
    }

    private Dictionary<string, YamlScalarNode> ValuesOf(YamlMappingNode rule)
    {
        var values = new Dictionary<string, YamlScalarNode>();
        foreach (var (key, value) in rule.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!Keys.Contains(name))
                Wrong(key.Start, $"不认识“{name}”；可用：{string.Join("、", Keys)}。", $"\"{name}\" is not known; there are: {string.Join(", ", Keys)}.");
            else if (value is not YamlScalarNode scalar)
                Wrong(value.Start, $"“{name}”应是一段文字。", $"\"{name}\" is to be a text.");
            else
                values[name] = scalar;
        }
        return values;
    }

    private T ChoiceOf<T>(Dictionary<string, YamlScalarNode> values, string key) where T : struct, Enum
    {
        if (!values.TryGetValue(key, out var node))
            return default; // told as missing
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(node.Value, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        var names = Enum.GetNames<T>().Select(name => name.ToLowerInvariant()).ToList();
        Wrong(node.Start, $"“{key}”只能是：{string.Join("、", names)}。", $"\"{key}\" is one of: {string.Join(", ", names)}.");
        return default;
    }

    private FormulaReading? ConditionOf(YamlScalarNode of, YamlScalarNode when)
    {
        if (catalogue.Facts.FirstOrDefault(fact => fact.Name.English == of.Value) is null)
        {
            Wrong(of.Start, $"没有“{of.Value}”；可用：{string.Join("、", catalogue.Facts.Select(fact => fact.Name.English))}。", $"There is no \"{of.Value}\"; there are: {string.Join(", ", catalogue.Facts.Select(fact => fact.Name.English))}.");
            return null;
        }
        var before = $"count({of.Value} where ";
        var reading = Formula.Read($"{before}{when.Value})", catalogue);
        foreach (var wrong in reading.Diagnostics)
        {
            // A condition in quotation marks or over several lines is told by its beginning.
            var column = when.Style == ScalarStyle.Plain && wrong.Line == 1 ? when.Start.Column + Math.Max(0, wrong.Column - 1 - before.Length) : when.Start.Column;
            faults.Add(new((int)when.Start.Line, (int)column, new($"{wrong.Message.Chinese}{wrong.Hint?.Chinese}", $"{wrong.Message.English} {wrong.Hint?.English}".TrimEnd())));
        }
        return reading.Succeeded ? reading : null;
    }

    private bool Told(Mark at, string zh, string en)
    {
        Wrong(at, zh, en);
        return false;
    }

    private void Wrong(Mark at, string zh, string en) => faults.Add(new((int)at.Line, (int)at.Column, new(zh, en)));

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
