using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Platform.Search;
using Shuren.Platform.Rights;
using Shuren.Platform.Windows;

namespace Shuren.Platform.Districts;

/// <summary>The districts of this installation: lists them, adds one, brings all up to date.</summary>
public sealed class DistrictDirectory(INamespaces namespaces, IServiceScopeFactory scopes, IEnumerable<IModule> modules, TimeProvider time)
{
    // So many districts are migrated at once: each takes a connection, and one machine does not do more by doing more at once.
    private const int AtOnce = 4;

    private readonly IReadOnlyList<string> ids = HouseMigrations.IdsOf(modules);
    private volatile IReadOnlyList<DistrictCard>? known;

    /// <summary>All districts by code. Read once and kept; another process's additions show after <see cref="Forget"/>.</summary>
    public async Task<IReadOnlyList<DistrictCard>> ListAsync(CancellationToken ct) =>
        known ??= [.. (await namespaces.ReadAsync(ct)).Where(one => one.Name is not null).Select(one => new DistrictCard(one.Code, one.Name!, one.Archive))]; // null was left out

    /// <summary>The district with that code, or null.</summary>
    public async Task<DistrictCard?> FindAsync(string code, CancellationToken ct)
    {
        var found = (await ListAsync(ct)).FirstOrDefault(district => district.Code == code);
        // Only what is archived can be deleted, by a command beside this process.
        if (found?.Archive is not null && !(await namespaces.ListAsync(ct)).Contains(code))
        {
            Forget();
            return null;
        }
        if (found is null && DistrictCode.IsValid(code) && (await namespaces.ListAsync(ct)).Contains(code))
        {
            Forget();
            found = (await ListAsync(ct)).FirstOrDefault(district => district.Code == code);
        }
        return found;
    }

    /// <summary>Adds a district with an empty, current database.</summary>
    /// <returns>Its card, or the refusals <c>DistrictCodeForm</c>, <c>DistrictNameMissing</c>, <c>DistrictExists</c>.</returns>
    public async Task<Outcome<DistrictCard>> AddAsync(string code, string name, string actor, CancellationToken ct)
    {
        if (!DistrictCode.IsValid(code))
            return new Refusal("DistrictCodeForm", "code", code);
        if (string.IsNullOrWhiteSpace(name))
            return new Refusal("DistrictNameMissing", "name");
        var card = new DistrictCard(code, name.Trim());
        await using var held = await namespaces.LockAsync(ct);
        if ((await namespaces.ReadAsync(ct)).Any(one => one.Code == code && one.Name is not null))
            return new Refusal("DistrictExists", "code", code);
        await namespaces.CreateAsync(code, ct);
        await using var scope = Enter(card, actor);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        await db.Database.MigrateAsync(ct);
        await WindowViews.CreateAsync(db, ct);
        var row = new DistrictRecord { Code = code, Name = card.Name, CreatedAt = time.GetUtcNow().UtcDateTime };
        scope.ServiceProvider.GetRequiredService<Process>().Begin("platform.add-district", new Ref("platform", "district", row.Id));
        db.Add(row);
        await db.SaveAsync(ct);
        Forget();
        return card;
    }

    /// <summary>
    /// Brings every district's database up to date. Of several servers that start at once one does it, the others wait and find it done;
    /// where nothing is to be done nobody waits.
    /// </summary>
    /// <returns>The codes with the number of migrations that each needed.</returns>
    public async Task<IReadOnlyDictionary<string, int>> MigrateAsync(CancellationToken ct)
    {
        var done = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var states = await namespaces.ReadAsync(ct);
        if (states.Any(IsBehind))
        {
            await using var held = await namespaces.LockAsync(ct);
            states = await namespaces.ReadAsync(ct);
            await Parallel.ForEachAsync(states.Where(IsBehind), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (state, stop) => done[state.Code] = await MigrateAsync(state, stop));
            Forget();
        }
        return states.ToDictionary(state => state.Code, state => done.GetValueOrDefault(state.Code));
    }

    /// <summary>A scope inside a district in which the system itself acts: for commands and background work.</summary>
    public AsyncServiceScope Enter(DistrictCard district, string actor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentDistrict>().Choose(district);
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem(actor);
        return scope;
    }

    /// <summary>A scope inside a district in which an account acts with the rights that it has now: for work that it asked for while it was signed in.</summary>
    /// <returns>The scope; null where the account is closed.</returns>
    public async Task<AsyncServiceScope?> EnterForAsync(DistrictCard district, Guid account, CancellationToken ct)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentDistrict>().Choose(district);
        if (await scope.ServiceProvider.GetRequiredService<IActorLoader>().LoadForWorkAsync(account, scope.ServiceProvider.GetRequiredService<Actor>(), ct) == SessionState.Good)
            return scope;
        await scope.DisposeAsync();
        return null;
    }

    /// <summary>A scope inside a district for somebody of a bureau above: nobody's rights, nothing to be written.</summary>
    /// <param name="district">The district.</param>
    /// <param name="who">Bureau and person, as they stand in the district's audit.</param>
    internal AsyncServiceScope EnterFromAbove(DistrictCard district, string who)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentDistrict>().Choose(district);
        scope.ServiceProvider.GetRequiredService<Actor>().ComeFromAbove(who);
        scope.ServiceProvider.GetRequiredService<Process>().ReadsOnly = true;
        return scope;
    }

    /// <summary>Reads the list anew when it is next asked for.</summary>
    public void Forget() => known = null;

    private bool IsBehind(NamespaceState state) => PendingOf(state) > 0 || (state.Name is not null && !state.IsSealed);

    private int PendingOf(NamespaceState state) => ids.Count(id => !state.Migrations.Contains(id));

    private async Task<int> MigrateAsync(NamespaceState state, CancellationToken ct)
    {
        await using var scope = Enter(new(state.Code, state.Name ?? state.Code), "migrate");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        await WindowViews.DropAsync(db, ct);
        await db.Database.MigrateAsync(ct);
        await WindowViews.CreateAsync(db, ct);
        await SealOldActs.RunAsync(db, time, ct);
        await scope.ServiceProvider.GetRequiredService<RebuildSearch>().RunOnceAsync(ct);
        return PendingOf(state);
    }
}
