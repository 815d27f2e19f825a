using System.Globalization;
using System.Text.RegularExpressions;
using Shuren.Formulas.Catalogues;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Shuren.Indicators.Packs;

/// <summary>A file of a pack as it was written: formulas are still text, since they may name what other files declare.</summary>
internal sealed partial class PackFile
{
    private static readonly string[] Keys = ["pack", "version", "title", "title_en", "source", "source_en", "parameters", "terms", "figures", "indicators"];

    private readonly PackFaults faults;

    private PackFile(string name) => faults = new(name);

    /// <summary>An indicator whose formula and goal are not read yet.</summary>
    internal sealed record Draft(PackNode Node, string Code, string Item, PackWords Group, PackWords Name, Direction Direction, int Decimals, IReadOnlyList<Level> Levels, Basis Basis, bool Counts, PackWords Unit, PackWords Note);

    public string Id { get; private set; } = "";

    public string Version { get; private set; } = "";

    public PackWords Title { get; private set; } = new("", "");

    public PackWords Source { get; private set; } = new("", "");

    public List<Parameter> Parameters { get; } = [];

    /// <summary>Named formulas that stand only inside others.</summary>
    public List<(PackNode Node, Definition Definition)> Terms { get; } = [];

    public List<FigureItem> Figures { get; } = [];

    public List<Draft> Indicators { get; } = [];

    public PackFaults Faults => faults;

    /// <summary>Reads a file. No text makes it throw; what is wrong stands in <see cref="Faults"/>.</summary>
    public static PackFile Read(string name, string yaml)
    {
        var file = new PackFile(name);
        if (PackNode.Read(yaml, file.faults, "文件应以“pack:”开头。", "The file is to begin with \"pack:\".", Keys) is { } root)
            file.ReadPack(root);
        return file;
    }

    private void ReadPack(PackNode node)
    {
        (Id, Version, Title, Source) = (node.Needed("pack"), node.Needed("version"), node.Words("title"), node.Words("source"));
        if (Id.Length > 0 && !Name().IsMatch(Id))
            faults.Add(node.At("pack"), $"“{Id}”不能作编号：用小写字母、数字和连字符。", $"\"{Id}\" is no id: small letters, digits and hyphens.");
        foreach (var parameter in node.List("parameters"))
            ReadParameter(PackNode.Of(parameter, faults, "code", "zh", "values"));
        foreach (var term in node.List("terms").Select(term => PackNode.Of(term, faults, "code", "zh", "formula")))
            Terms.Add((term, new(new(CodeOf(term), term.Needed("zh")), term.Needed("formula"))));
        foreach (var figure in node.List("figures"))
            ReadFigure(PackNode.Of(figure, faults, "code", "zh", "en", "unit", "unit_en", "ask", "months"));
        foreach (var indicator in node.List("indicators"))
            ReadIndicator(PackNode.Of(indicator, faults, "code", "item", "group", "group_en", "zh", "en", "formula", "direction", "decimals", "goal", "levels", "basis", "counts", "unit", "unit_en", "note", "note_en"));
    }

    private void ReadParameter(PackNode node)
    {
        var values = new List<DatedValue>();
        foreach (var (key, value) in node.Pairs("values"))
        {
            if (!DateOnly.TryParseExact(key.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
                faults.Add(key.Start, $"“{key.Value}”不是日期，写成 2026-09-01。", $"\"{key.Value}\" is no day; write 2026-09-01.");
            else if (!decimal.TryParse(value.Value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                faults.Add(value.Start, $"“{value.Value}”不是数。", $"\"{value.Value}\" is no number.");
            else
                values.Add(new(from, number));
        }
        Parameters.Add(new(new(CodeOf(node), node.Needed("zh")), values));
    }

    private void ReadFigure(PackNode node)
    {
        var ask = node.Optional("ask");
        if (ask is not ("" or "number" or "yes-no"))
            faults.Add(node.At("ask"), "“ask”只能是 number 或 yes-no。", "\"ask\" is number or yes-no.");
        Figures.Add(new(CodeOf(node), node.Words(""), new(node.Optional("unit"), node.Optional("unit_en")), ask == "yes-no", node.Whole("months", 1, 120)));
    }

    private void ReadIndicator(PackNode node)
    {
        var levels = new List<Level>();
        foreach (var word in node.Optional("levels").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Enum.TryParse<Level>(word, ignoreCase: true, out var level) && !char.IsDigit(word[0]))
                levels.Add(level);
            else
                faults.Add(node.At("levels"), $"“{word}”不是层级；可用：school、group、district。", $"\"{word}\" is no level; there are school, group, district.");
        }
        var counts = node.Optional("counts");
        if (counts is not ("" or "yes" or "no"))
            faults.Add(node.At("counts"), "“counts”只能是 yes 或 no。", "\"counts\" is yes or no.");
        Indicators.Add(new(node, CodeOf(node), node.Needed("item"), node.Words("group"), node.Words(""), node.Choice("direction", Direction.Up), node.Whole("decimals", 0, 6) ?? 2,
            levels.Count == 0 ? Enum.GetValues<Level>() : levels, node.Choice("basis", Basis.Roll), counts == "yes", node.Words("unit", isNeeded: false), node.Words("note", isNeeded: false)));
    }

    private string CodeOf(PackNode node)
    {
        var code = node.Needed("code");
        if (code.Length > 0 && !Word().IsMatch(code))
            faults.Add(node.At("code"), $"“{code}”不能作代码：用字母、数字和下划线，以字母开头。", $"\"{code}\" is no code: letters, digits and _, a letter first.");
        return code;
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,48}$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
