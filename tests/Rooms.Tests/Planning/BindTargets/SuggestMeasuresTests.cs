using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Indicators;
using Shuren.Planning.BindTargets;
using Shuren.Planning.ViewTargets;
using Shuren.PlanText;
using Shuren.PlanText.Suggestions;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.BindTargets;

/// <summary>How often the first suggestion is right, against every indicator of the shipped packs.</summary>
public class SuggestMeasuresTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nine_in_ten_first_suggestions_are_right_and_four_in_five_targets_get_one()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var cards = scope.ServiceProvider.GetRequiredService<IIndicatorDirectory>().All().Where(card => !card.IsQuestion && card.Places.HasFlag(IndicatorPlaces.District)).ToList();
        var suggestion = new IndicatorSuggestion([.. cards.Select(SuggestMeasures.ProfileOf)]);
        Assert.True(cards.Count > 70);

        foreach (var list in (LabelledTargets.Pair[][])[LabelledTargets.AtHand, LabelledTargets.Fresh])
        {
            var answers = list.Select(pair => (pair, first: suggestion.Suggest(new(pair.Target, "", pair.Unit, pair.Way)) is [var best, ..] ? best.Code : null)).ToList();
            foreach (var (pair, first) in answers.Where(answer => answer.first != answer.pair.Indicator))
                output.WriteLine($"{pair.Target}: {first ?? "-"} ≠ {pair.Indicator ?? "-"}");
            var (given, right, wanted) = (answers.Count(answer => answer.first is not null), answers.Count(answer => answer.first is not null && answer.first == answer.pair.Indicator), list.Count(pair => pair.Indicator is not null));
            output.WriteLine($"{list.Length} targets, {given} suggestions, {right} right of {wanted} wanted");
            Assert.True(right >= 0.9 * given, $"precision {right}/{given}");
            Assert.True(right >= 0.8 * wanted, $"recall {right}/{wanted}");
        }
    }

    [Fact]
    public void What_a_person_has_bound_is_not_spoken_of()
    {
        var target = new TargetLine { Id = Guid.CreateVersion7(), Indicator = "普惠性幼儿园覆盖率", Kind = TargetKind.Floor, Value = 92, Unit = "%", Comparator = ">=", Quote = "" };
        var suggest = new SuggestMeasures(new OneIndicator());

        Assert.Equal("K", suggest.Run([target])[target.Id][0].Indicator.Code);
        Assert.Empty(suggest.Run([target with { Bound = new("X", null) }]));
        Assert.Empty(suggest.Run([target with { Kind = TargetKind.Rank }]));
        Assert.Equal("TargetBaselineMissing", suggest.Run([target with { Kind = TargetKind.Increase, Unit = "个百分点", Comparator = "increase" }])[target.Id][0].Trouble!.Code);
    }

    private sealed class OneIndicator : IIndicatorDirectory
    {
        public IReadOnlyList<IndicatorCard> All() => [new("K", "普惠性幼儿园覆盖率", "普惠性幼儿园覆盖率", "", "%", "%", BetterWay.Up, false, IndicatorPlaces.District, new("indicators", "indicator", Guid.Empty), "indicators/K")];

        public Task<IReadOnlyDictionary<IndicatorAt, IndicatorValue>> NowAsync(IReadOnlyCollection<IndicatorAt> asked, bool asKept, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyDictionary<ForecastAsked, IndicatorForecast>> ForecastAsync(IReadOnlyCollection<ForecastAsked> asked, CancellationToken ct) => throw new NotSupportedException();
    }
}
