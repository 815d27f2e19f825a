using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Platform.Search;

namespace Shuren.Bench.Search;

/// <summary>Somebody invented, at one of 400 invented schools.</summary>
internal sealed class Person : IMachinery
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required int School { get; init; }
}

/// <summary>A room of the benchmark: a million things that somebody may look for.</summary>
internal sealed class PeopleModule : IModule
{
    /// <summary>The school whose people the searcher may see; null for all.</summary>
    public int? Only { get; set; }

    public string Name => "bench";

    public int Floor => 1;

    public IReadOnlyList<RightGrant> Rights => [];

    public IReadOnlyList<MenuEntry> Menu => [];

    public IReadOnlyList<System.Resources.ResourceManager> Texts => [];

    public IReadOnlyList<SearchKind> Search => field ??=
    [
        new SearchKind<Person>("bench.person", 200, () => "", id => $"{id}")
        {
            Text = person => new(person.Title, person.Text),
            Visible = (services, _) => Task.FromResult<IQueryable<Guid>?>(services.GetRequiredService<ShurenDb>().Set<Person>().Where(person => Only == null || person.School == Only).Select(person => person.Id)),
        },
    ];

    public void AddServices(IServiceCollection services)
    {
    }

    public void AddTables(ModelBuilder model) => model.Entity<Person>(person => person.ToTable("bench_people").Property(p => p.Id).ValueGeneratedNever()); // indexed by school, as rooms index by unit

    public void MapDoors(IEndpointRouteBuilder doors)
    {
    }

    /// <summary>People with names, schools and, one in ten, a sentence.</summary>
    public static IEnumerable<Person> Invent(int count)
    {
        var chance = new Random(2026);
        var common = Common();
        string[] kinds = ["实验小学", "中心小学", "第一中学", "实验学校", "中心幼儿园"];
        string[] schools = [.. Enumerable.Range(0, 400).Select(_ => Some(2) + kinds[chance.Next(kinds.Length)])];
        string[] words = [.. Enumerable.Range(0, 500).Select(_ => Some(2))];
        for (var at = 0; at < count; at++)
        {
            var school = chance.Next(schools.Length);
            yield return new()
            {
                Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddYears(55).AddSeconds(at)), School = school, Title = $"{Some(3)} {schools[school]}",
                Text = at % 10 == 0 ? string.Concat(Enumerable.Range(0, 20).Select(_ => words[chance.Next(words.Length)])) : "",
            };
        }

        string Some(int length) => new([.. Enumerable.Range(0, length).Select(_ => common[(int)(common.Length * Math.Pow(chance.NextDouble(), 2))])]);
    }

    // The first level of GB 2312, in its order of sound.
    private static string Common()
    {
        var gb2312 = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var all = string.Concat(from high in Enumerable.Range(0xB0, 40) from low in Enumerable.Range(0xA1, 94) where high != 0xD7 || low < 0xFA select gb2312.GetString([(byte)high, (byte)low]));
        return new([.. all.Where((_, at) => at % 4 == 0)]);
    }
}
