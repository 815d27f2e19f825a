using System.Text;
using Shuren.Planning;
using Shuren.Testing;

namespace Shuren.Browser.Tests.WholePath;

/// <summary>The clerk is called away half-way through a review; weeks later the document comes again, amended.</summary>
public sealed class AmendedDocumentTests(Chromium chromium) : IAsyncLifetime
{
    private const string OldWords = "遴选县级实践基地6个";
    private const string NewWords = "遴选县级实践基地9个";

    private BrowserSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await BrowserSite.StartAsync(chromium, TestDatabase.Sqlite);
        site.Clock.GoTo(2026, 2, 12);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Nothing_that_a_person_did_is_lost()
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "qinghe", "plan-2026.txt"), TestContext.Current.CancellationToken);
        Assert.Contains(OldWords, document, StringComparison.Ordinal);
        var plan = await CloseBrowserHalfWayAsync(document);

        var clerk = await GoOnWhereItStoppedAsync();
        await AssignAsync(clerk, plan);
        await AmendAsync(clerk, plan, document.Replace(OldWords, NewWords, StringComparison.Ordinal));

        await clerk.OpenAsync($"planning/plans/{plan}/tasks");
        var words = await clerk.WordsAsync();
        Assert.Contains("党组织领导下的校长负责制", words, StringComparison.Ordinal);
        Assert.Contains("安全科", words, StringComparison.Ordinal);
        Assert.Equal(200, await clerk.OpenAsync($"planning/import/{plan}/review"));
        words = await clerk.WordsAsync();
        Assert.Contains(NewWords, words, StringComparison.Ordinal);
        Assert.DoesNotContain(OldWords, words, StringComparison.Ordinal);
    }

    private async Task<string> CloseBrowserHalfWayAsync(string document)
    {
        var clerk = await site.SignedInAsync("office", Screen.Desk);
        var office = new Office(clerk);
        var plan = await office.ImportAsync(Encoding.UTF8.GetBytes(document));
        await office.RewordAsync("1.1", "健全党组织领导下的校长负责制");
        await clerk.DisposeAsync();
        return plan;
    }

    private async Task<Visitor> GoOnWhereItStoppedAsync()
    {
        site.Clock.GoTo(2026, 2, 13);
        var clerk = await site.SignedInAsync("office", Screen.Desk);
        await clerk.OpenAsync("");
        await clerk.FollowAsync(RunText.TodoReviewAct);
        Assert.Contains("健全党组织领导下的校长负责制", await clerk.WordsAsync(), StringComparison.Ordinal);
        return clerk;
    }

    private static async Task AssignAsync(Visitor clerk, string plan)
    {
        var office = new Office(clerk);
        await office.GoToAssigningAsync();
        await office.AssignAsync("安全科", "2026-06-30");
        await clerk.OpenAsync($"planning/plans/{plan}/life");
    }

    private static async Task AmendAsync(Visitor clerk, string plan, string amended)
    {
        await clerk.FollowAsync(ImportText.ReviseTitle);
        await clerk.AttachAsync(ImportText.ReviseFile, "青禾县2026年教育工作要点（修订）.txt", Encoding.UTF8.GetBytes(amended));
        await clerk.PressAsync(ImportText.ShowDifference);
        Assert.Contains(NewWords, await clerk.WordsAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await clerk.Page.Locator("input[name=Take]").CountAsync());
        await clerk.PressAsync(ImportText.ApplyDifference);
        Assert.StartsWith($"planning/plans/{plan}", clerk.Path, StringComparison.Ordinal);
    }
}
