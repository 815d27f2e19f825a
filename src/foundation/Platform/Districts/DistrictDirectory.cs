using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Districts;

/// <summary>The districts of this installation: lists them, adds one, brings all up to date.</summary>
public sealed class DistrictDirectory(INamespaces namespaces, IServiceScopeFactory scopes, TimeProvider time)
{
    private volatile IReadOnlyList<DistrictCard>? known;

    /// <summary>All districts by code. Read once and kept; another process's additions show after <see cref="Forget"/>.</summary>
    public async Task<IReadOnlyList<DistrictCard>> ListAsync(CancellationToken ct)
    {
        if (known is { } list)
            return list;
        var found = new List<DistrictCard>();
        foreach (var code in await namespaces.ListAsync(ct))
        {
            if (await NameOfAsync(code, ct) is { } name)
                found.Add(new(code, name));
        }
        return known = found;
    }

    /// <summary>The district with that code, or null.</summary>
    public async Task<DistrictCard?> FindAsync(string code, CancellationToken ct)
    {
        var found = (await ListAsync(ct)).FirstOrDefault(district => district.Code == code);
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
        if (await FindAsync(code, ct) is not null)
            return new Refusal("DistrictExists", "code", code);
        var card = new DistrictCard(code, name.Trim());
        await namespaces.CreateAsync(code, ct);
        await using var scope = Enter(card, actor);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        await db.Database.MigrateAsync(ct);
        var row = new DistrictRecord { Code = code, Name = card.Name, CreatedAt = time.GetUtcNow().UtcDateTime };
        scope.ServiceProvider.GetRequiredService<Process>().Begin("platform.add-district", new Ref("platform", "district", row.Id));
        db.Add(row);
        await db.SaveAsync(ct);
        Forget();
        return card;
    }

    /// <summary>Brings every district's database up to date.</summary>
    /// <returns>The codes with the number of migrations that each needed.</returns>
    public async Task<IReadOnlyDictionary<string, int>> MigrateAsync(CancellationToken ct)
    {
        var done = new Dictionary<string, int>();
        foreach (var code in await namespaces.ListAsync(ct))
        {
            await using var scope = Enter(new(code, code), "migrate");
            var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
            done[code] = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
            await db.Database.MigrateAsync(ct);
            await SealOldActs.RunAsync(db, time, ct);
        }
        Forget();
        return done;
    }

    /// <summary>A scope inside a district in which the system itself acts: for commands and background work.</summary>
    public AsyncServiceScope Enter(DistrictCard district, string actor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentDistrict>().Choose(district);
        scope.ServiceProvider.GetRequiredService<Actor>().BecomeSystem(actor);
        return scope;
    }

    /// <summary>Reads the list anew when it is next asked for.</summary>
    public void Forget() => known = null;

    // A namespace that is not yet (or no longer) a district has no name and is not listed.
    private async Task<string?> NameOfAsync(string code, CancellationToken ct)
    {
        await using var scope = Enter(new(code, code), "list");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        try
        {
            return await db.Set<DistrictRecord>().Where(district => district.Code == code).Select(district => district.Name).FirstOrDefaultAsync(ct);
        }
        catch (System.Data.Common.DbException)
        {
            return null;
        }
    }
}
