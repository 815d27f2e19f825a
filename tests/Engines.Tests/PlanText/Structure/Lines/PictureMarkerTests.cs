using Shuren.PlanText.Structure.Lines;

namespace Shuren.Engines.Tests.PlanText.Structure.Lines;

/// <summary>Pictures before the lines of a post.</summary>
public sealed class PictureMarkerTests
{
    [Theory]
    [InlineData("🏫 校园更美", 3)]
    [InlineData("👩‍🏫 教师更强", 6)]
    [InlineData("⚽ 学生更健康", 2)]
    [InlineData("✅新建学校6所", 1)]
    [InlineData("1️⃣ 办好学校", 4)]
    public void A_picture_is_a_bullet(string line, int length) => Assert.Equal(length, MarkerReader.Read(line)?.Length);

    [Fact]
    public void Pictures_that_change_from_heading_to_heading_are_siblings_and_ticks_are_not()
    {
        var (school, book, tick) = (MarkerReader.Read("🏫 校园更美"), MarkerReader.Read("📚 课堂更优"), MarkerReader.Read("✅新建学校6所"));

        Assert.Equal(school?.Family, book?.Family);
        Assert.NotEqual(school?.Family, tick?.Family);
    }

    [Theory]
    [InlineData("𠮷田学校")]
    [InlineData("🏫")]
    [InlineData("\ud83c")]
    public void A_rare_character_a_picture_alone_and_half_a_picture_are_none(string line) => Assert.Null(MarkerReader.Read(line));
}
