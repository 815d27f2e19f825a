using Shuren.PlanText.Structure.Head;

namespace Shuren.Engines.Tests.PlanText.Structure.Head;

public sealed class DistrictNamesTests
{
    [Theory]
    [InlineData("青禾县", "青禾县")]
    [InlineData("【青禾县】", "青禾县")]
    [InlineData("一、青禾县", "青禾县")]
    [InlineData("青禾县教育局", "青禾县")]
    [InlineData("全县", null)]
    [InlineData("国家级示范区", null)]
    [InlineData("新校区", null)]
    [InlineData("建设教育强县", null)]
    public void A_line_with_a_name_alone_opens_a_districts_plan(string line, string? name) => Assert.Equal(name, DistrictNames.HeaderName(line));

    [Theory]
    [InlineData("青禾县教育局", "青禾县")]
    [InlineData("柳河市青禾区教育局", "青禾区")]
    [InlineData("中共青禾县委教育工委", null)]
    [InlineData("区教育局", null)]
    public void A_bureaus_name_holds_its_district(string bureau, string? name) => Assert.Equal(name, DistrictNames.FromBureau(bureau));

    [Fact]
    public void The_name_that_stands_most_often_at_the_edge_of_words_counts() =>
        Assert.Equal("青禾县", DistrictNames.MostNamed("全县教师,青禾县教师,《青禾县办法》,柳河市,建设教育强县。"));
}
