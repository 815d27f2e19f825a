using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Shuren.Platform.Data;
using Shuren.Schools.Model;

namespace Shuren.Schools;

/// <summary>The room's key to the database.</summary>
internal sealed class SchoolsDb(ShurenDb house)
{
    public DbSet<School> Schools => house.Set<School>();
    public DbSet<SchoolSpan> SchoolSpans => house.Set<SchoolSpan>();
    public DbSet<SchoolPart> SchoolParts => house.Set<SchoolPart>();
    public DbSet<Campus> Campuses => house.Set<Campus>();
    public DbSet<SchoolPremises> Premises => house.Set<SchoolPremises>();
    public DbSet<SchoolFunds> Funds => house.Set<SchoolFunds>();
    public DbSet<Room> Rooms => house.Set<Room>();
    public DbSet<SchoolClass> Classes => house.Set<SchoolClass>();
    public DbSet<FormerHead> FormerHeads => house.Set<FormerHead>();
    public DbSet<Pupil> Pupils => house.Set<Pupil>();
    public DbSet<Enrolment> Enrolments => house.Set<Enrolment>();
    public DbSet<Guardian> Guardians => house.Set<Guardian>();
    public DbSet<SiblingLink> SiblingLinks => house.Set<SiblingLink>();
    public DbSet<PupilCare> Cares => house.Set<PupilCare>();
    public DbSet<Teacher> Teachers => house.Set<Teacher>();
    public DbSet<TeacherPost> TeacherPosts => house.Set<TeacherPost>();
    public DbSet<TeacherStanding> Standings => house.Set<TeacherStanding>();
    public DbSet<TeacherCertificate> Certificates => house.Set<TeacherCertificate>();
    public DbSet<TeacherTraining> Trainings => house.Set<TeacherTraining>();
    public DbSet<LeaderTerm> LeaderTerms => house.Set<LeaderTerm>();
    public DbSet<EthicsRecord> EthicsRecords => house.Set<EthicsRecord>();

    public DbSet<Promotion> Promotions => house.Set<Promotion>();
    public DbSet<HandOver> HandOvers => house.Set<HandOver>();
    public DbSet<HandOverLine> HandOverLines => house.Set<HandOverLine>();
    public DbSet<HandOverWord> HandOverWords => house.Set<HandOverWord>();
    public DbSet<HandOverClosure> HandOverClosures => house.Set<HandOverClosure>();
    public DbSet<DropOut> DropOuts => house.Set<DropOut>();
    public DbSet<HomeVisit> HomeVisits => house.Set<HomeVisit>();
    public DbSet<DropOutEscalation> DropOutEscalations => house.Set<DropOutEscalation>();
    public DbSet<Snapshot> Snapshots => house.Set<Snapshot>();
    public DbSet<RollCheck> Checks => house.Set<RollCheck>();
    public DbSet<RollFinding> Findings => house.Set<RollFinding>();
    public DbSet<RollAllowance> Allowances => house.Set<RollAllowance>();

    /// <inheritdoc cref="ShurenDb.InsertSet"/>
    public SetWrite InsertSet<T>(IEnumerable<T> rows) where T : class => house.InsertSet(rows);

    /// <inheritdoc cref="ShurenDb.UpdateSet"/>
    public SetWrite UpdateSet<T>(IQueryable<T> rows, Action<UpdateSettersBuilder<T>> set) where T : class => house.UpdateSet(rows, set);

    /// <inheritdoc cref="ShurenDb.DeleteSet"/>
    public SetWrite DeleteSet<T>(IQueryable<T> rows) where T : class => house.DeleteSet(rows);

    /// <summary>Counts a change of a row to which others belong, so that two who change those at once see each other.</summary>
    public void Touch(object row) => house.Entry(row).State = EntityState.Modified;

    /// <summary>The open connection in the district, to read windows by.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        await house.Database.OpenConnectionAsync(ct);
        return house.Database.GetDbConnection();
    }

    /// <summary>Adds a stream of rows with the next save (<see cref="ShurenDb.Pour"/>).</summary>
    public SetWrite Pour(IEnumerable<IReadOnlyCollection<object>> batches) => house.Pour(batches);

    /// <summary>Whether anything stands on the rolls.</summary>
    public async Task<bool> HasRollsAsync(CancellationToken ct) => await Schools.AnyAsync(ct) || await Pupils.AnyAsync(ct) || await Teachers.AnyAsync(ct);

    public Task SaveAsync(CancellationToken ct) => house.SaveAsync(ct);
}
