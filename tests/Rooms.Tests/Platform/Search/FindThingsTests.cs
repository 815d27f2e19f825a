using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.Model;
using Shuren.Planning;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTask;
using Shuren.Platform.Data;
using Shuren.Platform.Rights;
using Shuren.Platform.Search;
using Shuren.Rooms.Tests.Planning;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Search;

/// <summary>What is found, against going through all rows and trying to open each.</summary>
public class FindThingsTests
{
    private const string Alphabet = "实验小学校安全重消防a清2";
    private static readonly string[] People = ["director", "office", "chief-basic", "principal", "inspector", "parent", "system"];
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.PostgreSql, 2)]
    public async Task Found_is_exactly_what_has_the_words_and_opens_for_that_person(TestDatabase database, int seed)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var chance = new Random(seed);
        await FillAsync(house, county, chance);
        var found = 0;
        foreach (var person in People)
        {
            await using var scope = await house.EnterAsAsync(county.AccountId(person));
            var things = await ThatOpenAsync(scope.ServiceProvider);
            for (var round = 0; round < 40; round++)
            {
                // The first is found on several pages.
                var query = round == 0 ? "消防安全" : Query(chance, things);
                var expected = things.Where(thing => query.Split(' ').All(term => Matches(thing, term))).Select(thing => thing.Id).Order();
                var hits = await AllPagesAsync(scope.ServiceProvider, query);
                Assert.Equal(expected, hits.Order());
                Assert.Equal(hits.Count, hits.Distinct().Count());
                found += hits.Count;
            }
        }
        Assert.True(found > 300, $"Only {found} were found: the queries try nothing.");
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_search_page_leads_to_what_was_looked_for(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        using var office = await site.SignInAsync("office");

        await office.OpenAsync("search?q=" + Uri.EscapeDataString("消防"));
        Assert.Contains("消防", office.Page.QuerySelectorAll("main mark").Select(mark => mark.TextContent));
        Assert.Equal(PlanningLinks.Task(site.County.Tasks.Single(task => task.Number == "3.1").Id), office.Page.QuerySelector("main section li a")!.GetAttribute("href"));
        await office.OpenAsync("search?q=zx");
        await office.OpenAsync("search?q=bhsyxx");
        Assert.Equal("滨河实验学校", Assert.Single(office.Page.QuerySelectorAll("main section li a")).TextContent.Trim());
        await office.OpenAsync("search?q=" + Uri.EscapeDataString("查无此事"));
        Assert.Contains("没有找到", office.Words, StringComparison.Ordinal);
        await office.OpenAsync("search?q=" + Uri.EscapeDataString("学"));
        Assert.Contains("太短", office.Words, StringComparison.Ordinal);

        using var parent = await site.SignInAsync("parent");
        await parent.OpenAsync("search?q=" + Uri.EscapeDataString("消防"));
        Assert.Contains("没有找到", parent.Words, StringComparison.Ordinal);
    }

    private sealed record Thing(Guid Id, string Title, string Text);

    private static async Task FillAsync(TestHouse house, SmallCounty county, Random chance)
    {
        Guid[] units = [.. new[] { "基础教育科", "安全科", "青禾县实验小学", "滨河实验学校" }.Select(county.UnitId)];
        var unread = new WorkPlan { Kind = PlanKind.Own, Title = "未审读的安全计划", Bureau = "", Year = 2026, EndYear = 2026, ImportedAt = DateTime.UnixEpoch };
        var unpublished = new WorkPlan { Kind = PlanKind.Superior, Title = "上级消防计划", Bureau = "", Year = 2026, EndYear = 2026, ImportedAt = DateTime.UnixEpoch, ReviewedAt = DateTime.UnixEpoch };
        await house.PublishAsync(county.Plan.Id);
        await house.WriteAsync(db =>
        {
            db.AddRange(unread, unpublished);
            db.InsertSet(Enumerable.Range(0, 70).Select(at => new WorkTask
            {
                PlanId = (chance.Next(4) switch { 0 => unread, 1 => unpublished, _ => county.Plan }).Id, Position = 100 + at, Number = $"9.{at}", Title = Words(chance, 8), Text = Words(chance, 30), Origin = TaskOrigin.Added,
                LeadUnitId = chance.Next(3) == 0 ? null : units[chance.Next(units.Length)], DroppedAt = chance.Next(8) == 0 ? DateTime.UnixEpoch : null,
            }).ToList());
        });
        await house.WriteAsync(db => db.UpdateSet(db.Set<WorkTask>().Where(task => task.Position > 125), set => set.SetProperty(task => task.Title, "重学消防安全")));
        await house.WriteAsync(db => db.DeleteSet(db.Set<WorkTask>().Where(task => task.Position > 165)));
    }

    private static string Words(Random chance, int most)
    {
        var words = new string([.. Enumerable.Range(0, 2 + chance.Next(most)).Select(_ => Alphabet[chance.Next(Alphabet.Length)])]);
        return words.Count(one => one == '重') > 3 ? Words(chance, most) : words;
    }

    private static string Query(Random chance, List<Thing> things)
    {
        var words = chance.Next(4) == 0 || things.Count == 0 ? Words(chance, 3) : Folded(things[chance.Next(things.Count)] is var thing && chance.Next(2) == 0 ? thing.Title : thing.Text + "安全");
        var piece = words.Length < 3 ? words + "安全" : words.Substring(chance.Next(words.Length - 2), 2);
        var start = words.IndexOf(piece, StringComparison.Ordinal);
        piece = start < 0 ? piece : words[start..Math.Min(words.Length, start + 2 + chance.Next(5))];
        return chance.Next(4) switch
        {
            0 => new string([.. piece.Select(one => Initials.Of(one)).Where(initials => initials != "").Select(initials => initials[chance.Next(initials.Length)])]) is { Length: >= 2 } letters ? letters : piece,
            1 => $"{piece} 安全",
            _ => piece,
        };
    }

    private static bool Matches(Thing thing, string term) => Folded(thing.Title).Contains(term, StringComparison.Ordinal) || Folded(thing.Text).Contains(term, StringComparison.Ordinal)
        || term.All(char.IsAsciiLetterLower) && HasInitials(Folded(thing.Title), term);

    private static bool HasInitials(string title, string term)
    {
        var sounding = title.Select(Initials.Of).Where(initials => initials != "").ToList();
        return Enumerable.Range(0, Math.Max(0, sounding.Count - term.Length + 1)).Any(at => term.Index().All(letter => sounding[at + letter.Index].Contains(letter.Item, StringComparison.Ordinal)));
    }

    private static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));

    private static async Task<List<Thing>> ThatOpenAsync(IServiceProvider services)
    {
        var (db, actor, things) = (services.GetRequiredService<ShurenDb>(), services.GetRequiredService<Actor>(), new List<Thing>());
        foreach (var task in await db.Set<WorkTask>().AsNoTracking().ToListAsync(Ct))
        {
            if (actor.Can(PlanningRights.View) && await services.GetRequiredService<ReadTask>().RunAsync(task.Id, Ct) is not null)
                things.Add(new(task.Id, $"{task.Number} {task.Title}", task.Text));
        }
        foreach (var plan in await db.Set<WorkPlan>().AsNoTracking().ToListAsync(Ct))
        {
            if (actor.Can(PlanningRights.View) && await services.GetRequiredService<FindPlanHead>().RunAsync(plan.Id, Ct) is not null)
                things.Add(new(plan.Id, plan.Title, plan.Bureau));
        }
        foreach (var account in await db.Set<Account>().AsNoTracking().ToListAsync(Ct))
        {
            if (actor.Can(OrganizationRights.View) && await services.GetRequiredService<ViewAccountFile>().RunAsync(account.Id, Ct) is not null)
                things.Add(new(account.Id, account.Name, account.SignInName));
        }
        if (actor.Can(OrganizationRights.View))
            things.AddRange(await db.Set<Unit>().Select(unit => new Thing(unit.Id, unit.Name, unit.ShortName)).ToListAsync(Ct));
        return things;
    }

    private static async Task<List<Guid>> AllPagesAsync(IServiceProvider services, string query)
    {
        // With the thresholds as they are and so low that the other way is taken.
        var usual = await AllPagesAsync(services.GetRequiredService<FindThings>(), query);
        Assert.Equal(usual, await AllPagesAsync(new FindThings(services.GetRequiredService<ShurenDb>(), services) { Frequent = 2, Narrow = 60 }, query));
        return usual;
    }

    private static async Task<List<Guid>> AllPagesAsync(FindThings find, string query)
    {
        var hits = new List<Guid>();
        foreach (var kind in (await find.RunAsync(query, null, null, Ct)).Value.Groups.Select(group => group.Kind.Name))
        {
            for (Guid? before = null; (await find.RunAsync(query, kind, before, Ct)).Value.Groups is [var page]; before = page.Hits[^1].Id)
            {
                hits.AddRange(page.Hits.Select(hit => hit.Id));
                if (!page.HasMore)
                    break;
            }
        }
        return hits;
    }
}
