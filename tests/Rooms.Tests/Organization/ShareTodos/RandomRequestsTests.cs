using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Organization.ShareTodos;
using Shuren.Platform.Data;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.ShareTodos;

/// <summary>Random people ask, answer, return, withdraw and nudge; a model that knows nothing of rows must always agree.</summary>
public class RandomRequestsTests
{
    private const int Steps = 120;
    private static readonly string[] People = ["chief-basic", "staff-basic", "chief-safety", "office", "director", "parent"];
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.Sqlite, 3)]
    [InlineData(TestDatabase.PostgreSql, 4)]
    [InlineData(TestDatabase.PostgreSql, 5)]
    public async Task The_requests_and_the_model_agree_after_every_act(TestDatabase database, int seed)
    {
        await using var house = await TestHouse.WithCountyAsync(database, services => services.AddScoped<ITodoSource, EverybodysTodo>());
        var county = house.County;
        var chance = new Random(seed);
        var model = new Model();
        for (var step = 0; step < Steps; step++)
        {
            house.Clock.Now += TimeSpan.FromHours(chance.Next(5));
            var who = People[chance.Next(People.Length)];
            var act = chance.Next(8);
            var known = model.Requests.Count == 0 ? null : model.Requests[^(1 + chance.Next(Math.Min(4, model.Requests.Count)))];
            var said = "";
            if (known is null || act < 2)
            {
                var kind = (TodoRequestKind)chance.Next(3);
                // Mostly the right number of people, or no random request would ever begin.
                var asked = kind != TodoRequestKind.Countersign && chance.Next(4) > 0 ? [People[chance.Next(People.Length)]] : People.Where(_ => chance.Next(3) == 0).ToList();
                var expected = model.Ask(who, kind, asked);
                var outcome = await AsAsync<ShareTodo, Outcome<Guid>>(house, county, who, share => share.RunAsync(new(kind, EverybodysTodo.About.ToString(), [.. asked.Select(county.AccountId)], null, "请看", null), Ct));
                said = $"{who} asks {kind} of {string.Join(',', asked)}";
                Check(expected is null ? null : "done", outcome.Succeeded ? "done" : null, said, outcome.Succeeded ? "" : outcome.Refusals[0].Code);
                if (outcome.Succeeded)
                    expected!.Id = outcome.Value;
            }
            else if (act < 5)
            {
                var (agrees, remark) = (chance.Next(4) > 0, chance.Next(3) > 0 ? "意见" : "");
                var expected = model.Answer(known, who, agrees, remark);
                var outcome = await AsAsync<AnswerRequest, Outcome<Done>>(house, county, who, answer => answer.RunAsync(known.Id, agrees, remark, Ct));
                Check(expected ? "done" : null, outcome.Succeeded ? "done" : null, $"{who} answers {known.Kind} {agrees} '{remark}'", outcome.Succeeded ? "" : outcome.Refusals[0].Code);
            }
            else if (act == 5)
            {
                var expected = model.Withdraw(known, who);
                var outcome = await AsAsync<AnswerRequest, Outcome<Done>>(house, county, who, answer => answer.WithdrawAsync(known.Id, Ct));
                Check(expected ? "done" : null, outcome.Succeeded ? "done" : null, $"{who} withdraws {known.Kind}", outcome.Succeeded ? "" : outcome.Refusals[0].Code);
            }
            else
            {
                var expected = model.Nudge(known, who, house.Clock.Now.UtcDateTime);
                var outcome = await AsAsync<NudgePeople, Outcome<int>>(house, county, who, nudge => nudge.RunAsync(known.Id, Ct));
                Check(expected == 0 ? null : $"{expected}", outcome.Succeeded ? $"{outcome.Value}" : null, $"{who} nudges {known.Kind}", outcome.Succeeded ? "" : outcome.Refusals[0].Code);
            }
            await AgreeAsync(house, county, model, People[step % People.Length]);
        }
        Assert.True(model.Requests.Count > 2 && model.Requests.Count(request => request.Ending is not null) > 1, "Hardly anything happened: another seed.");
    }

    private static void Check(string? model, string? house, string act, string code) => Assert.True(model == house, $"{act}: model {model ?? "no"}, house {house ?? "no"} {code}");

    /// <summary>What the rows say, and what one after the other finds in the own to-do list.</summary>
    private static async Task AgreeAsync(TestHouse house, SmallCounty county, Model model, string person)
    {
        await using var scope = house.Enter();
        var endings = await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<TodoRequest>().AsNoTracking().ToDictionaryAsync(request => request.Id, request => request.Ending);
        Assert.All(model.Requests, request => Assert.Equal(request.Ending, endings[request.Id]?.ToString()));
        var waits = await AsAsync<FindMyTodos, IReadOnlyList<Todo>>(house, county, person, todos => todos.RunAsync(Ct));
        Assert.Equal(model.Requests.Where(request => request.Ending is null && request.Waits.Contains(person)).Select(request => request.Id).Order(), waits.Where(todo => todo.About.Kind == "todorequest").Select(todo => todo.About.Id).Order());
    }

    private static async Task<T> AsAsync<THandler, T>(TestHouse house, SmallCounty county, string person, Func<THandler, Task<T>> act) where THandler : notnull
    {
        await using var scope = await house.EnterAsAsync(county.AccountId(person));
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    /// <summary>One thing that waits for everybody but the director.</summary>
    private sealed class EverybodysTodo : ITodoSource
    {
        public static Ref About { get; } = new("test", "thing", Guid.Parse("01987f00-0000-7000-8000-000000000001"));

        public Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Todo>>(actor.Roles.Contains(Roles.Director) ? [] : [new("一件事", "", today, "测试", "办", "planning", About)]);
    }

    /// <summary>What a clerk would say about such requests.</summary>
    private sealed class Model
    {
        // Those of the own unit and below: the office reaches everybody, the chief the section.
        private static readonly Dictionary<string, string[]> Reaches = new()
        {
            ["chief-basic"] = ["staff-basic"], ["staff-basic"] = ["chief-basic"], ["chief-safety"] = [], ["office"] = ["chief-basic", "staff-basic", "chief-safety", "director"], ["parent"] = [],
        };

        public List<Asked> Requests { get; } = [];

        public Asked? Ask(string who, TodoRequestKind kind, List<string> asked)
        {
            var others = asked.All(person => person != who && person != "parent");
            var reached = kind != TodoRequestKind.Handover || asked.All(person => Reaches.GetValueOrDefault(who, []).Contains(person));
            if (who == "director" || asked.Count == 0 || asked.Count > 1 && kind != TodoRequestKind.Countersign || !others || !reached || Requests.Any(open => open.Ending is null && open.By == who && open.Kind == kind))
                return null;
            var request = new Asked(who, kind) { Waits = [.. asked] };
            Requests.Add(request);
            return request;
        }

        public bool Answer(Asked request, string who, bool agrees, string remark)
        {
            if (request.Ending is not null || !request.Waits.Contains(who) || remark == "" && (!agrees || request.Kind == TodoRequestKind.Opinion))
                return false;
            request.Waits.Remove(who);
            request.Ending = request.Kind switch
            {
                TodoRequestKind.Opinion => "Answered",
                TodoRequestKind.Handover => agrees ? "Finished" : "Returned",
                _ => !agrees ? "Refused" : request.Waits.Count == 0 ? "Signed" : null,
            };
            return true;
        }

        public bool Withdraw(Asked request, string who)
        {
            if (request.Ending is not null || request.By != who)
                return false;
            request.Ending = "Withdrawn";
            return true;
        }

        public int Nudge(Asked request, string who, DateTime now)
        {
            if (request.Ending is not null || request.By != who && who is not ("office" or "director"))
                return 0;
            var nudged = request.Waits.Where(person => person != who && now - request.Nudged.GetValueOrDefault(person) >= TimeSpan.FromHours(24)).ToList();
            nudged.ForEach(person => request.Nudged[person] = now);
            return nudged.Count;
        }
    }

    private sealed record Asked(string By, TodoRequestKind Kind)
    {
        public Guid Id { get; set; }

        public string? Ending { get; set; }

        public HashSet<string> Waits { get; init; } = [];

        public Dictionary<string, DateTime> Nudged { get; } = [];
    }
}
