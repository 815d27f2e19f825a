using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Outline;
using Shuren.PlanText.Structure.Rules;

namespace Shuren.PlanText.Structure.Tables;

/// <summary>
/// Reads a table of indicators: a column that names them, a column with their units, and columns with values of a year.
/// It holds no tasks; each value is read as if it stood behind its indicator (毛入园率98.2%).
/// </summary>
internal static class IndicatorTable
{
    private static readonly IReadOnlyDictionary<string, WordList> Names = RuleFile.Roles("indicator-columns");

    /// <summary>The values of such a table; null where the rows are another table.</summary>
    internal static IReadOnlyList<ValueItem>? Read(IReadOnlyList<IReadOnlyList<Passage>> rows)
    {
        var header = rows[0].Select(cell => cell.Plain.Replace(" ", "", StringComparison.Ordinal)).ToList();
        var (name, unit) = (header.FindIndex(c => Names["name"].Is(c)), header.FindIndex(c => Names["unit"].Is(c)));
        var values = Enumerable.Range(0, header.Count).Where(c => c > name && c != unit && (Names["planned"].In(header[c]) || Names["reported"].In(header[c]) || PeriodFinder.FirstYear(header[c]) is not null)).ToList();
        if (name < 0 || values.Count == 0 || rows.Count < 3)
            return null;
        var firstPlanned = values.Find(c => Names["planned"].In(header[c]));
        return [.. rows.Skip(1).SelectMany(row => values.Where(c => c < row.Count).Select(c =>
            new ValueItem(Join(TableReader.At(row, name), TableReader.At(row, c), TableReader.At(row, unit)), !Names["reported"].In(header[c]) && c >= firstPlanned)))
            .Where(value => !value.Words.IsEmpty)];
    }

    /// <summary>毛入园率, 98.2以上 and % become 毛入园率98.2%以上; the unit takes the place of the number's last digit.</summary>
    private static Passage Join(Passage name, Passage value, Passage unit)
    {
        var digits = value.Plain.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        if (name.IsEmpty || digits == 0)
            return Passage.Empty;
        var (number, rest) = (value.To(digits), value.From(digits));
        var isPrinted = unit.IsEmpty || rest.Plain.StartsWith(unit.Plain, StringComparison.Ordinal) || rest.Plain.StartsWith('%');
        var beside = isPrinted ? Passage.Empty : unit with { Offsets = [.. Enumerable.Repeat(number.End - 1, unit.Length)] };
        return Passage.Join([.. new[] { name, number, beside, rest }.Where(piece => !piece.IsEmpty)]);
    }
}
