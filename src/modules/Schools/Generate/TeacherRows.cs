using System.Globalization;
using Shuren.Contracts.Schools;
using Shuren.Kernel.Identifiers;
using Shuren.Schools.Model;

namespace Shuren.Schools.Generate;

/// <summary>The staff of a school: posts by the quotas of 中编办发〔2014〕72号, unevenly filled, with what each is qualified for.</summary>
internal sealed class TeacherRows(PlannedSchool plan, Chance chance, DateOnly since)
{
    // Lessons a week of a primary school, about; the index is the code of the subject table.
    private static readonly (string Subject, double Weight)[] Subjects =
    [
        ("1", 24), ("2", 17), ("3", 10), ("4", 8), ("5", 6), ("11", 12), ("12", 6), ("13", 6), ("15", 3), ("16", 3), ("17", 3), ("18", 1), ("6", 4), ("7", 3), ("8", 3), ("9", 4), ("10", 3),
    ];

    private int count;

    public List<Teacher> Teachers { get; } = [];
    public List<TeacherPost> Posts { get; } = [];
    public List<TeacherStanding> Standings { get; } = [];
    public List<TeacherCertificate> Certificates { get; } = [];
    public List<TeacherTraining> Trainings { get; } = [];
    public List<LeaderTerm> Leaders { get; } = [];

    /// <summary>Fills the posts.</summary>
    /// <param name="elsewhere">Another school, from which teachers may have come by rotation; null where there is none.</param>
    public void Fill(PlannedSchool? elsewhere)
    {
        foreach (var (stage, pupils) in plan.Pupils.OrderBy(part => part.Key))
        {
            var teachers = Math.Max(2, (int)Math.Round(pupils / Quota(stage) * (plan.IsRural ? 1.25 : 0.97) * chance.Around(0.06)));
            for (var at = 0; at < teachers; at++)
                Add(stage, StaffCategory.Teacher, elsewhere);
            for (var at = 0; at < (stage == Stage.Preschool ? (pupils + 29) / 30 : teachers / 14); at++)
                Add(stage, stage == Stage.Preschool ? StaffCategory.Carer : chance.OneOf(StaffCategory.Administration, StaffCategory.Support, StaffCategory.Worker), null);
        }
        Lead(LeaderPost.Principal, 0);
        if (plan.Kind is not SchoolKind.Kindergarten and not SchoolKind.TeachingPoint)
            Lead(LeaderPost.PartySecretary, 1);
    }

    private void Lead(LeaderPost post, int at) =>
        Leaders.Add(new() { Id = chance.Id(since), TeacherId = Teachers[Math.Min(at, Teachers.Count - 1)].Id, SchoolId = plan.Id, Post = post, Number = chance.Between(1, 2), Since = since.AddYears(-chance.Between(0, 2)) });

    private void Add(Stage stage, StaffCategory category, PlannedSchool? elsewhere)
    {
        var isMale = chance.Is(stage == Stage.Preschool ? 0.03 : 0.3);
        var bornOn = new DateOnly(since.Year - chance.Between(24, 58), 1, 1).AddDays(chance.Below(365));
        var teaching = new DateOnly(bornOn.Year + chance.Between(22, 24), 8, 1);
        if (teaching > since)
            teaching = new(since.Year, 8, 1);
        var name = InventedNames.Person(chance, isMale);
        var body = string.Create(CultureInfo.InvariantCulture, $"9999{plan.Index % 100:00}{bornOn:yyyyMMdd}{(2 * (count % 490) + (isMale ? 1 : 0)) % 1000:000}");
        var teacher = new Teacher
        {
            Id = chance.Id(since), StaffNumber = string.Create(CultureInfo.InvariantCulture, $"T{plan.Index:0000}{count++:0000}"), Name = name, Initials = NameInitials.Of(name), Sex = isMale ? Sex.Male : Sex.Female,
            BornOn = bornOn, IdKind = "1", IdNumber = body + CitizenNumber.CheckDigitOf(body), Ethnicity = "01", Political = chance.Is(0.35) ? "01" : "13", Phone = $"100{chance.Below(100_000_000):00000000}",
            WorkingSince = teaching, TeachingSince = teaching,
        };
        Teachers.Add(teacher);
        Post(teacher, stage, category, elsewhere);
        if (category == StaffCategory.Teacher)
            Qualify(teacher, stage);
        else
            Standings.Add(new() { Id = chance.Id(since), TeacherId = teacher.Id, Since = since, Degree = chance.Of((Degree.Secondary, 0.5), (Degree.College, 0.5)) });
    }

    private void Post(Teacher teacher, Stage stage, StaffCategory category, PlannedSchool? elsewhere)
    {
        var rotates = category == StaffCategory.Teacher && elsewhere is not null && stage is Stage.Primary or Stage.Junior && chance.Is(0.045);
        var subject = category != StaffCategory.Teacher || stage is Stage.Preschool or Stage.Special ? "" : SubjectOf(stage);
        Posts.Add(new()
        {
            Id = chance.Id(since), TeacherId = teacher.Id, SchoolId = plan.Id, Since = since, Category = category, IsEstablished = chance.Is(plan.Ownership == Ownership.Public ? stage == Stage.Preschool ? 0.45 : 0.93 : 0.02),
            Stage = category == StaffCategory.Teacher ? stage : null, Subject = subject, Began = rotates ? PostStart.Rotated : PostStart.Registered, HomeSchoolId = rotates ? elsewhere!.Id : null, // asked above
        });
    }

    private string SubjectOf(Stage stage)
    {
        while (true)
        {
            var subject = chance.Of(Subjects);
            // Primary schools teach science and none of its branches; the others the branches.
            var isBranch = subject is "6" or "7" or "8" or "9" or "10";
            if (stage == Stage.Primary ? !isBranch : subject != "5")
                return subject;
        }
    }

    private void Qualify(Teacher teacher, Stage stage)
    {
        var years = since.Year - teacher.TeachingSince!.Value.Year; // every teacher of the generator has one
        var urban = plan.IsUrban ? 1.35 : plan.IsRural ? 0.6 : 1;
        Standings.Add(new()
        {
            Id = chance.Id(since), TeacherId = teacher.Id, Since = since,
            Degree = chance.Of((Degree.Secondary, stage == Stage.Preschool ? 0.12 : 0.02), (Degree.College, stage == Stage.Preschool ? 0.55 : 0.22 / urban), (Degree.Bachelor, stage == Stage.Preschool ? 0.32 : 0.7), (Degree.Master, 0.05 * urban)),
            Title = years < 2 ? TeacherTitle.None : years < 7 ? TeacherTitle.Second : years < 16 ? TeacherTitle.First : chance.Of((TeacherTitle.First, 0.7), (TeacherTitle.Senior, 0.295), (TeacherTitle.FullSenior, 0.005)),
            Backbone = chance.Of((BackboneLevel.None, 0.78), (BackboneLevel.School, 0.08), (BackboneLevel.County, 0.1 * urban), (BackboneLevel.City, 0.03 * urban), (BackboneLevel.Province, 0.008 * urban)),
        });
        if (chance.Is(0.012))
            return;
        Certificates.Add(new()
        {
            Id = chance.Id(since), TeacherId = teacher.Id, Number = $"{teacher.TeachingSince.Value.Year}{chance.Below(1_000_000_000):000000000}{chance.Below(10_000):0000}", Stage = stage,
            IssuedOn = teacher.TeachingSince.Value.AddMonths(-1), RegisteredUntil = since.AddDays(chance.Between(30, 1_800)), Registration = RegistrationResult.Passed,
        });
        for (var back = 0; back < Math.Min(5, years); back++)
            Trainings.Add(new() { Id = chance.Id(since), TeacherId = teacher.Id, On = new(since.Year - back, 7, 15), Hours = chance.Between(66, 96) });
    }

    private static double Quota(Stage stage) => stage switch { Stage.Preschool => 13, Stage.Primary => 19, Stage.Junior => 13.5, Stage.Special => 3, _ => 12.5 };
}
