using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Schools.Model;

namespace Shuren.Schools.Rolls;

/// <summary>Where a pupil learns, as a row of the roll says it.</summary>
/// <param name="School">The school.</param>
/// <param name="Class">The class; null where classes were not divided yet.</param>
/// <param name="Grade">The grade.</param>
internal readonly record struct PupilPlace(Guid School, Guid? Class, int Grade);

/// <summary>The columns of the roll of pupils that stand in the enrolment: a change ends it and begins the next, so that a past day can be asked for.</summary>
internal sealed class EnrolmentCells(RollSheet roll)
{
    private readonly int since = roll.IndexOf("since");

    private readonly Bindings<Enrolment> own = new Bindings<Enrolment>(roll)
        .Choice("status", row => row.Status, (row, value) => row.Status = value)
        .Choice("residence", row => row.Residence, (row, value) => row.Residence = value)
        .YesNo("has_permit", row => row.HasPermit, (row, value) => row.HasPermit = value)
        .YesNo("is_boarder", row => row.IsBoarder, (row, value) => row.IsBoarder = value)
        .YesNo("rides_bus", row => row.RidesBus, (row, value) => row.RidesBus = value)
        .YesNo("is_purchased_place", row => row.IsPurchasedPlace, (row, value) => row.IsPurchasedPlace = value)
        .Choice("entry", row => row.Entry, (row, value) => row.Entry = value);

    public int Grade { get; } = roll.IndexOf("grade");

    public int Class { get; } = roll.IndexOf("class");

    /// <summary>Adds what becomes of the enrolment of a pupil.</summary>
    /// <returns>Whether something changes.</returns>
    public bool Place(RollRow row, Guid pupil, PupilPlace place, Enrolment? stands, RollScope scope, List<RowChange> changes)
    {
        if (stands is null)
        {
            var first = row.Has(since) ? row.Get<DateOnly>(since) : scope.YearBegins;
            changes.Add(new(null, own.Apply(new Enrolment
            {
                PupilId = pupil, SchoolId = place.School, ClassId = place.Class, SchoolYear = scope.SchoolYear, Grade = place.Grade, Since = first, Began = EnrolmentStart.Registered, Entry = EntryWay.Other,
            }, row)));
            return true;
        }
        // A class that the row does not name is no change.
        place = place with { Class = row.Has(Class) ? place.Class : stands.SchoolId == place.School && stands.Grade == place.Grade ? stands.ClassId : null };
        if (stands.SchoolId == place.School && stands.Grade == place.Grade && stands.ClassId == place.Class && !own.Differ(stands, row))
            return false;
        // Before the promotion a row of last year's grade goes on to be of last year, whatever else changes in it.
        var year = stands.SchoolId == place.School && stands.Grade == place.Grade && stands.ClassId == place.Class ? stands.SchoolYear : scope.SchoolYear;
        // What was entered today is mended in its place.
        var isMended = stands.Since >= scope.Today;
        var began = isMended ? stands.Began : stands.SchoolId == place.School ? EnrolmentStart.Changed : EnrolmentStart.TransferredIn;
        var next = own.Apply(stands.Next(place.School, place.Class, year, place.Grade, isMended ? stands.Since : scope.Today, began, isMended ? stands.Id : null), row);
        if (isMended)
        {
            changes.Add(new(stands, next));
            return true;
        }
        var ended = ImportDesk.Copy(stands);
        ended.End(scope.Today, stands.SchoolId == place.School ? EnrolmentEnd.Changed : EnrolmentEnd.TransferredOut);
        changes.Add(new(stands, ended));
        changes.Add(new(null, next));
        return true;
    }

    /// <summary>Puts it into a row of the export.</summary>
    public void Show(Enrolment row, string taught, object?[] cells)
    {
        own.Show(row, cells);
        cells[Grade] = Bindings<Enrolment>.Shown(roll.Columns[Grade], row.Grade.ToString(System.Globalization.CultureInfo.InvariantCulture));
        cells[Class] = taught.Length == 0 ? null : taught;
        cells[since] = row.Since;
    }
}
