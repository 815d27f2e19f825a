using FsCheck;
using FsCheck.Fluent;
using Shuren.Planning.RevisePlan;

namespace Shuren.Rooms.Tests.Planning.RevisePlan;

public sealed class TextMatchTests
{
    [Fact]
    public void The_same_words_are_found_whatever_their_punctuation_and_place()
    {
        var found = TextMatch.Find(["开展消防排查，整改率100%。", "招聘教师96名。"], ["招聘教师96名", "开展消防排查,整改率１００％。"]);

        Assert.Equal([(0, 1), (1, 0)], found.Same);
        Assert.Empty(found.Changed);
    }

    [Fact]
    public void A_sentence_that_was_cut_or_joined_is_the_same()
    {
        var cut = TextMatch.Find(["新建公办幼儿园4所，", "新增公办学位1080个。"], ["新建公办幼儿园4所，新增公办学位1080个。"]);
        var joined = TextMatch.Find(["新建公办幼儿园4所，新增公办学位1080个。"], ["新建公办幼儿园4所。", "新增公办学位1080个。"]);

        Assert.Equal([(0, 0), (1, 0)], cut.Same);
        Assert.Equal([(0, 0), (0, 1)], joined.Same);
    }

    [Fact]
    public void Other_words_for_the_same_matter_are_a_change_and_another_matter_is_not()
    {
        var found = TextMatch.Find(["新建公办幼儿园4所，新增公办学位1080个。", "评选精品课例40节。"], ["建设智慧校园示范校6所。", "新建公办幼儿园5所，新增公办学位1260个。"]);

        Assert.Equal([(0, 1)], found.Changed);
        Assert.Empty(found.Same);
    }

    [Fact]
    public void A_shuffled_text_is_the_same_text() =>
        Prop.ForAll(Gen.Shuffle(Enumerable.Range(0, 12).ToArray()).ToArbitrary(), order =>
        {
            string[] sentences = [.. Enumerable.Range(0, 12).Select(at => $"{new string((char)('一' + at * 7), 3)}推进第{at}项工作{(char)('丁' + at * 11)}。")];
            var found = TextMatch.Find(sentences, [.. order.Select(at => sentences[at])]);
            return found.Same.Count == 12 && found.Same.All(pair => order[pair.New] == pair.Old);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_marked_pieces_make_up_both_wordings() =>
        Prop.ForAll(Gen.Elements("新建幼儿园4所，".ToCharArray()).ListOf().Two().ToArbitrary(), pair =>
        {
            var (old, now) = (new string([.. pair.Item1]), new string([.. pair.Item2]));
            var (before, after) = ChangedWords.Between(old, now);
            return string.Concat(before.Select(piece => piece.Text)) == old && string.Concat(after.Select(piece => piece.Text)) == now
                && string.Concat(before.Where(piece => !piece.IsChanged).Select(piece => piece.Text)) == string.Concat(after.Where(piece => !piece.IsChanged).Select(piece => piece.Text));
        }).QuickCheckThrowOnFailure();
}
