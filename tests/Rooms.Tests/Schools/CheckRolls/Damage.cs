using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Schools;
using Shuren.Platform.Data;
using Shuren.Schools.Model;

namespace Shuren.Rooms.Tests.Schools.CheckRolls;

/// <summary>Spoils a district as carelessness does, the same for the same seed: every rule finds something afterwards.</summary>
internal sealed class Damage(ShurenDb db, RollPicture all, int seed)
{
    // Seeded: the same damage on both databases.
    private readonly Random chance = new(seed);

    public void Do()
    {
        Schools();
        for (var time = 0; time < 4; time++)
        {
            Numbers();
            Pupils();
            Roll();
            Teachers();
            Rooms();
        }
        Classes();
    }

    private T One<T>(IReadOnlyList<T> of) => of[chance.Next(of.Count)];

    private Pupil APupil => One(all.Pupils);

    // One whose number is whole yet.
    private Pupil Read => One(all.Pupils.Where(pupil => pupil.IdNumber.Length == 18).ToList());

    private Teacher ATeacher => One(all.Teachers.Where(teacher => Teaches(teacher.Id, _ => true)).ToList());

    private TeacherCertificate ACertificate => One(all.Certificates.Where(one => db.Entry(one).State != EntityState.Deleted && Teaches(one.TeacherId, post => post.IsEstablished && post.Stage is Stage.Primary or Stage.Junior)).ToList());

    private bool Teaches(Guid teacher, Func<TeacherPost, bool> where) => all.Posts.Exists(post => post.TeacherId == teacher && post.Until is null && post.Category == StaffCategory.Teacher && where(post));

    private Enrolment ARow => One(all.Enrolments);

    private void Numbers()
    {
        APupil.IdNumber = "";
        Set(APupil, pupil => pupil.IdNumber = pupil.IdNumber[..Math.Max(0, pupil.IdNumber.Length - 1)]);
        Set(Read, pupil => pupil.IdNumber = "A" + pupil.IdNumber[1..]);
        Set(Read, pupil => pupil.IdNumber = "00" + pupil.IdNumber[2..]);
        Set(Read, pupil => pupil.IdNumber = pupil.IdNumber[..10] + "0230" + pupil.IdNumber[14..]);
        Set(Read, pupil => pupil.IdNumber = pupil.IdNumber[..17] + (pupil.IdNumber[17] == '3' ? '4' : '3'));
        Set(APupil, pupil => pupil.IdNumber = APupil.IdNumber);
        Set(APupil, pupil => (pupil.IdKind, pupil.IdNumber) = ("A", "E12345678"));
        Set(APupil, pupil => pupil.BornOn = pupil.BornOn.AddDays(1));
        Set(APupil, pupil => pupil.Sex = pupil.Sex == Sex.Male ? Sex.Female : Sex.Male);
        Set(APupil, pupil => pupil.Sex = Sex.Unknown);
        Set(APupil, pupil => pupil.PupilNumber = "X" + pupil.IdNumber);
        Set(APupil, pupil => pupil.PupilNumber = "L99999920150101" + "1234");
        Set(APupil, pupil => pupil.PupilNumber = "L99999920150101" + "123X");
        Set(APupil, pupil => pupil.PupilNumber = APupil.PupilNumber);
        Set(ATeacher, teacher => teacher.IdNumber = "");
        Set(ATeacher, teacher => teacher.IdNumber = teacher.IdNumber[..Math.Max(0, teacher.IdNumber.Length - 2)] + "99");
        Set(ATeacher, teacher => teacher.IdNumber = ATeacher.IdNumber);
        Set(ATeacher, teacher => teacher.BornOn = teacher.BornOn.AddYears(1));
        Set(ATeacher, teacher => teacher.StaffNumber = ATeacher.StaffNumber);
    }

    private void Pupils()
    {
        Set(APupil, pupil => pupil.BornOn = pupil.BornOn.AddYears(chance.Next(-6, 4)));
        Set(APupil, pupil => pupil.BornOn = pupil.BornOn.AddYears(-40));
        Set(APupil, pupil => pupil.BornOn = new(2025, 9, 10));
        db.Remove(One(all.Guardians.Where(guardian => !all.Cares.Exists(care => care.PupilId == guardian.PupilId) && db.Entry(guardian).State != EntityState.Deleted).ToList()));
        db.Remove(One(all.Guardians.Where(guardian => all.Cares.Exists(care => care.PupilId == guardian.PupilId) && db.Entry(guardian).State != EntityState.Deleted).ToList()));
        One(all.Guardians).IsMain = false;
        One(all.Guardians).Phone = "";
        db.Add(new Guardian { PupilId = APupil.Id, Name = "双重", Relation = GuardianRelation.Mother, IsMain = true });
    }

    private void Roll()
    {
        ARow.ClassId = null;
        ARow.ClassId = One(all.Classes).Id;
        Set(ARow, row => Put(row, nameof(Enrolment.Grade), row.Grade + 10));
        Set(ARow, row => Put(row, nameof(Enrolment.SchoolYear), row.SchoolYear - 1));
        Old(ARow, row => (row.Since.AddYears(-1), row.Since.AddMonths(-2)), EnrolmentEnd.Promoted);
        Old(ARow, row => (row.Since.AddYears(-1), row.Since.AddMonths(-2)), EnrolmentEnd.TransferredOut);
        Old(ARow, row => (row.Since.AddYears(-1), row.Since), EnrolmentEnd.Promoted);
        Old(ARow, row => (row.Since.AddYears(-1), row.Since.AddDays(1)), EnrolmentEnd.Graduated);
    }

    private void Old(Enrolment of, Func<Enrolment, (DateOnly Since, DateOnly Until)> days, EnrolmentEnd how)
    {
        var row = new Enrolment { PupilId = of.PupilId, SchoolId = of.SchoolId, SchoolYear = of.SchoolYear - 1, Grade = of.Grade, Since = days(of).Since, Began = EnrolmentStart.Registered };
        row.End(days(of).Until, how);
        db.Add(row);
    }

    private void Teachers()
    {
        Set(ATeacher, teacher => db.RemoveRange(all.Certificates.Where(one => one.TeacherId == teacher.Id)));
        Set(ATeacher, teacher => db.RemoveRange(all.Standings.Where(one => one.TeacherId == teacher.Id)));
        Set(ACertificate, one => one.Stage = Stage.Preschool);
        Set(ACertificate, one => one.RegisteredUntil = all.Today.AddDays(chance.Next(-2, 2)));
        Set(ACertificate, one => one.RegisteredUntil = null);
        all.Certificates.Where(one => Teaches(one.TeacherId, post => post.Stage == Stage.Junior)).Take(20).ToList().ForEach(one => one.Subject = "2");
        Set(ACertificate, one => all.Standings.Find(standing => standing.TeacherId == one.TeacherId)!.Degree = Degree.Lower); // every teacher has one
        Set(ACertificate, one => all.Posts.Find(post => post.TeacherId == one.TeacherId)!.Subject = ""); // asked above
        db.Add(new TeacherPost { TeacherId = ATeacher.Id, SchoolId = all.Schools.MinBy(school => all.Enrolments.Count(row => row.SchoolId == school.Id))!.Id, Since = all.Today.AddDays(-9), Category = StaffCategory.Teacher, IsEstablished = true, Began = PostStart.Transferred });
    }

    private void Rooms()
    {
        One(all.Rooms).Area = 0;
        Set(One(all.Rooms), room => (room.Kind, room.Area) = (RoomKind.Classroom, 620_000));
        Set(One(all.Rooms), room => (room.Kind, room.Area) = (RoomKind.Classroom, 999));
        Set(One(all.Rooms), room => room.Code = all.Rooms.First(other => other.SchoolId == room.SchoolId && other.Id != room.Id).Code);
    }

    private void Schools()
    {
        var schools = all.Schools;
        schools[0].Code = "";
        schools[1].Code = "2199000001";
        schools[2].Code = schools[3].Code;
        schools[4].CreditCode = schools[4].CreditCode[..17] + (schools[4].CreditCode[17] == '1' ? '2' : '1');
        schools[5].CreditCode = schools[6].CreditCode;
        schools[7].CreditCode = "12O";
        (schools[8].Latitude, schools[8].Longitude) = (null, null);
        (schools[9].Latitude, schools[9].Longitude) = (schools[9].Longitude, schools[9].Latitude);
        schools[10].Longitude += 1.5;
        db.RemoveRange(all.Spans.Where(span => span.SchoolId == schools[0].Id));
        db.Add(new SchoolSpan { SchoolId = schools[1].Id, Since = all.Today, Kind = SchoolKind.NineYear, Ownership = Ownership.Public, Locality = Locality.Village });
        db.Add(new SchoolPart { SchoolId = schools[2].Id, Stage = Stage.Vocational, Since = all.Today });
        db.RemoveRange(all.Premises.Where(row => row.SchoolId == schools[3].Id));
        db.RemoveRange(all.Rooms.Where(row => row.SchoolId == schools[4].Id));
        all.Leaders.Where(term => term.SchoolId == schools[5].Id).ToList().ForEach(term => term.Until = all.Today);
        all.Leaders.Where(term => term.SchoolId == schools[6].Id).ToList().ForEach(term => term.Until = all.Today.AddDays(1));
        var large = schools.OrderByDescending(school => all.Enrolments.Count(row => row.SchoolId == school.Id)).ToList();
        all.Posts.Where(post => post.SchoolId == large[0].Id).ToList().ForEach(post => post.Category = StaffCategory.Support);
        all.Posts.Where(post => post.SchoolId == large[1].Id).Skip(1).ToList().ForEach(post => post.Category = StaffCategory.Support);
        all.Parts.Where(part => part.SchoolId == large[2].Id).ToList().ForEach(part => part.Seats = 3);
        large[^1].Close(all.Today.AddDays(-3));
        var empty = new School { Id = Guid.CreateVersion7(), Code = "2111000001", OpenedOn = new(2025, 9, 1) };
        db.Add(empty);
        db.Add(new SchoolSpan { SchoolId = empty.Id, Since = empty.OpenedOn, Kind = SchoolKind.Primary, Ownership = Ownership.Public, Locality = Locality.Village });
    }

    private void Classes()
    {
        // Whole grades into one class: above the standard, large, and for kindergartens too.
        foreach (var grade in all.Classes.GroupBy(taught => (taught.SchoolId, taught.Grade)).OrderByDescending(grade => grade.Count()).Take(6))
        {
            var into = grade.First();
            foreach (var row in all.Enrolments.Where(row => row.SchoolId == into.SchoolId && row.Grade == into.Grade && row.ClassId is not null))
                row.ClassId = into.Id;
        }
        var primary = all.Classes.First(taught => taught.Grade == 12);
        all.Enrolments.Where(row => row.Grade is > 10 and < 20).Take(50).ToList().ForEach(row => row.ClassId = primary.Id);
        var kindergarten = all.Classes.First(taught => taught.Grade == 1);
        all.Enrolments.Where(row => row.Grade == 1).Take(27).ToList().ForEach(row => row.ClassId = kindergarten.Id);
        One(all.Classes).HeadTeacherId = null;
        One(all.Classes).HeadTeacherId = ATeacher.Id;
        Set(One(all.Classes), taught => taught.HeadTeacherId = One(all.Classes).HeadTeacherId);
        Set(all.Classes.GroupBy(taught => taught.SchoolId).First(school => school.Count() > 1).ToList(), some => some[0].Name = some[1].Name);
        Set(One(all.Classes), taught => Put(taught, nameof(SchoolClass.Grade), 41));
        var last = One(all.Classes);
        db.Add(new SchoolClass { SchoolId = last.SchoolId, SchoolYear = 2024, Grade = last.Grade, Number = 77, Name = "去年的班", Since = new(2024, 9, 1) });
        db.Add(new SchoolClass { SchoolId = last.SchoolId, SchoolYear = 2024, Grade = last.Grade, Number = 78, Name = "结束的班", Since = new(2024, 9, 1), Until = new(2025, 9, 1) });
    }

    private static void Set<T>(T row, Action<T> change) => change(row);

    private void Put(object row, string property, object value) => db.Entry(row).Property(property).CurrentValue = value;
}
