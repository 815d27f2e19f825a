using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Masks;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.ViewTeachers;

/// <summary>A teacher's own page, masked. A teacher is in reach of whoever has the right at a school where the teacher is or was.</summary>
internal sealed class ReadTeacher(SchoolsDb schools, SchoolScope scope, IUnitDirectory units, Unmasking unmasking, TimeProvider time) : IHandler
{
    /// <summary>A post with the name of its school.</summary>
    public sealed record PostLine(TeacherPost Post, string School, string? Home);

    /// <summary>What is shown. Hours are those of the last five years to today.</summary>
    public sealed record View(
        Teacher Teacher, string IdNumber, string Phone, IReadOnlyList<PostLine> Posts, IReadOnlyList<TeacherStanding> Standings, IReadOnlyList<TeacherCertificate> Certificates, int Hours, IReadOnlyList<ProcessRecord> Looks)
    {
        /// <summary>The own post of today; null for who has gone.</summary>
        public PostLine? Home => Posts.LastOrDefault(line => line.Post is { Until: null, HomeSchoolId: null });

        /// <summary>The post of today at another school, for who rotates or helps out.</summary>
        public PostLine? Away => Posts.FirstOrDefault(line => line.Post is { Until: null, HomeSchoolId: not null });
    }

    /// <returns>Null when there is no such teacher for this actor.</returns>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await TeacherInReachAsync(SchoolsRights.ViewTeachers, id, ct) is not { } teacher)
            return null;
        var posts = await schools.TeacherPosts.AsNoTracking().Where(post => post.TeacherId == id).OrderByDescending(post => post.Since).ThenBy(post => post.Id).ToListAsync(ct);
        var names = await units.FindAsync([.. posts.Select(post => post.SchoolId).Concat(posts.Select(post => post.HomeSchoolId).OfType<Guid>()).Distinct()], ct);
        var today = time.Today();
        var from = today.AddYears(-5);
        return new(teacher, Mask.Of(MaskKind.Code, teacher.IdNumber), Mask.Of(MaskKind.Phone, teacher.Phone),
            [.. posts.Select(post => new PostLine(post, Name(post.SchoolId)!, Name(post.HomeSchoolId)))],
            await schools.Standings.AsNoTracking().Where(standing => standing.TeacherId == id).OrderByDescending(standing => standing.Since).ToListAsync(ct),
            await schools.Certificates.AsNoTracking().Where(certificate => certificate.TeacherId == id).OrderByDescending(certificate => certificate.IssuedOn).ToListAsync(ct),
            await schools.Trainings.Where(training => training.TeacherId == id && training.On > from && training.On <= today).SumAsync(training => training.Hours, ct), await unmasking.OfAsync(SchoolsRefs.Teacher(id), 5, ct));

        string? Name(Guid? unit) => unit is { } known ? names.TryGetValue(known, out var card) ? card.Name : "" : null;
    }

    /// <summary>The teacher, where the actor's right reaches a school of one of the posts.</summary>
    public async Task<Teacher?> TeacherInReachAsync(string right, Guid id, CancellationToken ct)
    {
        var reached = await scope.RunAsync(right, ct);
        var (all, within) = (reached is null, reached ?? new HashSet<Guid>());
        return await schools.Teachers.AsNoTracking().FirstOrDefaultAsync(teacher => teacher.Id == id && (all || schools.TeacherPosts.Any(post => post.TeacherId == id && within.Contains(post.SchoolId))), ct);
    }
}

/// <summary>Shows ID number and telephone of a teacher in full, against a purpose that is recorded before.</summary>
internal sealed class SeeTeacher(ReadTeacher read, Unmasking unmasking) : IHandler
{
    /// <returns>The values by field: idNumber, phone.</returns>
    public async Task<Outcome<Dictionary<string, string>>> RunAsync(Guid id, string purpose, CancellationToken ct)
    {
        if (await read.TeacherInReachAsync(SchoolsRights.SeeIdentity, id, ct) is not { } teacher)
            return new Refusal("NotYours");
        return await unmasking.RunAsync(SchoolsRights.SeeIdentity, SchoolsRefs.Teacher(id), purpose, new Dictionary<string, string> { ["idNumber"] = teacher.IdNumber, ["phone"] = teacher.Phone }, ct);
    }
}

/// <summary>Shows records of a teacher's ethics, against a purpose that is recorded before.</summary>
internal sealed class SeeEthics(SchoolsDb schools, ReadTeacher read, Unmasking unmasking) : IHandler
{
    public async Task<Outcome<IReadOnlyList<EthicsRecord>>> RunAsync(Guid id, string purpose, CancellationToken ct)
    {
        if (await read.TeacherInReachAsync(SchoolsRights.SeeEthics, id, ct) is null)
            return new Refusal("NotYours");
        var looked = await unmasking.RunAsync(SchoolsRights.SeeEthics, SchoolsRefs.Ethics(id), purpose, new Dictionary<string, string> { ["ethics"] = "" }, ct);
        if (!looked.Succeeded)
            return looked.Refusals.ToList();
        return await schools.EthicsRecords.AsNoTracking().Where(record => record.TeacherId == id).OrderByDescending(record => record.On).ThenBy(record => record.Id).ToListAsync(ct);
    }
}
