using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Structure;

/// <summary>Whatever stands in a file, reading ends soon and every place lies in the text.</summary>
public sealed class RobustnessTests
{
    private const string Signs = "一二三是第条章（）()【】“”《》。；，、：:;.1234567890年月日\n\n\t 　■●①责任科室牵头推进完成建设教育局青禾县区\"-—%";

    [Fact]
    public void Any_text_is_read_without_complaint() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Holds(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_mixture_of_telling_signs_is_read_without_complaint() =>
        Prop.ForAll(Gen.Elements(Signs.ToCharArray()).ArrayOf().Select(c => new string(c)).ToArbitrary(), Holds)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(400));

    [Fact]
    public void A_plan_with_letters_cut_out_and_lines_turned_round_is_read_without_complaint()
    {
        var plans = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "PlanText", "Structure", "Cases"), "??-*.txt").Where(f => !f.Contains(".received")).Select(File.ReadAllText).ToArray();
        var random = new Random(20260905);
        for (var round = 0; round < 300; round++)
        {
            var text = plans[random.Next(plans.Length)].ToList();
            for (var i = 0; i < 20 && text.Count > 1; i++)
            {
                text.RemoveAt(random.Next(text.Count));
                text.Insert(random.Next(text.Count), Signs[random.Next(Signs.Length)]);
            }

            Assert.True(Holds(new string([.. text])));
        }
    }

    public static TheoryData<string, string> Monsters() => new()
    {
        { "random signs", new string([.. Enumerable.Range(0, 100_000).Select(i => Signs[(int)(i * 2654435761L % Signs.Length)])]) },
        { "brackets never closed", new string('（', 200_000) },
        { "brackets in brackets", new string('（', 100_000) + new string('）', 100_000) },
        { "mixed brackets", string.Concat(Enumerable.Repeat("（【“《", 30_000)) + string.Concat(Enumerable.Repeat("）", 30_000)) },
        { "one line of a million letters", new string('教', 1_000_000) },
        { "one paragraph of many sentences", string.Concat(Enumerable.Repeat("推进学校建设，完成改造。", 60_000)) },
        { "many short lines", string.Concat(Enumerable.Repeat("加强党建\n", 50_000)) },
        { "many numbered lines", string.Concat(Enumerable.Range(1, 30_000).Select(i => $"{i % 90 + 1}.推进学校建设。完成改造工作任务。（责任科室：基教科）\n")) },
        { "many notes", string.Concat(Enumerable.Repeat("（责任科室：基教科）", 30_000)) },
        { "many tabs", string.Concat(Enumerable.Repeat("1\t推进学校建设\t基教科\n", 20_000)) },
        { "many colons", string.Concat(Enumerable.Repeat("责任科室：", 50_000)) },
        { "many dates", string.Concat(Enumerable.Repeat("2026年6月底前至", 40_000)) },
    };

    [Theory]
    [MemberData(nameof(Monsters))]
    public void A_monster_is_read_in_a_moment(string name, string text)
    {
        var watch = Stopwatch.StartNew();

        var holds = Holds(text);

        Assert.True(holds, name);
        // A machine may be busy; what grows with the square takes many minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(90), $"{name} took {watch.Elapsed}.");
    }

    private static bool Holds(string text)
    {
        var source = SourceText.FromPlainText(text);
        var reading = PlanReader.Read(source);
        var places = reading.Sections.Select(s => s.Place).Concat(reading.Tasks.Select(t => t.Place)).Concat(reading.Boilerplate);
        var sections = reading.Sections.Select(s => s.Id).ToHashSet();
        return places.All(p => p.Start >= 0 && p.Start < p.End && p.End <= source.Text.Length && p.Line >= 1 && p.Line <= source.Lines.Count)
            && reading.Tasks.All(t => t.Section is null || sections.Contains(t.Section))
            && reading.Sections.All(s => s.Level >= 1 && (s.Parent is null) == (s.Level == 1));
    }
}
