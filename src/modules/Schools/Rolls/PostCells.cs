using Shuren.Contracts.Schools;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Schools.Model;

namespace Shuren.Schools.Rolls;

/// <summary>The columns of the roll of teachers that stand in the post and in the qualification: a change ends the row and begins the next.</summary>
internal sealed class PostCells(RollSheet roll)
{
    private readonly int since = roll.IndexOf("since");

    private readonly Bindings<TeacherPost> post = new Bindings<TeacherPost>(roll)
        .Choice("category", row => row.Category, (row, value) => row.Category = value)
        .YesNo("is_established", row => row.IsEstablished, (row, value) => row.IsEstablished = value)
        .Add("stage", row => row.Stage?.ToString(), (row, value) => row.Stage = Enum.Parse<Stage>((string)value), row => row.Stage = null)
        .Text("subject", row => row.Subject, (row, value) => row.Subject = value);

    private readonly Bindings<TeacherStanding> standing = new Bindings<TeacherStanding>(roll)
        .Choice("degree", row => row.Degree, (row, value) => row.Degree = value)
        .Choice("title", row => row.Title, (row, value) => row.Title = value)
        .Choice("backbone", row => row.Backbone, (row, value) => row.Backbone = value)
        .Text("backbone_name", row => row.BackboneName, (row, value) => row.BackboneName = value);

    /// <summary>Adds what becomes of the post.</summary>
    /// <returns>Whether something changes.</returns>
    public bool Place(RollRow row, (Guid Teacher, Guid School) at, TeacherPost? stands, RollScope scope, List<RowChange> changes)
    {
        if (stands is null)
        {
            changes.Add(new(null, post.Apply(New(Guid.CreateVersion7(), at, row.Has(since) ? row.Get<DateOnly>(since) : scope.YearBegins, PostStart.Registered, null), row)));
            return true;
        }
        if (stands.SchoolId == at.School && !post.Differ(stands, row))
            return false;
        if (stands.Since >= scope.Today)
        {
            changes.Add(new(stands, post.Apply(New(stands.Id, at, stands.Since, stands.Began, stands), row)));
            return true;
        }
        var ended = ImportDesk.Copy(stands);
        ended.End(scope.Today, stands.SchoolId == at.School ? PostEnd.Changed : PostEnd.Transferred);
        changes.Add(new(stands, ended));
        changes.Add(new(null, post.Apply(New(Guid.CreateVersion7(), at, scope.Today, stands.SchoolId == at.School ? PostStart.Changed : PostStart.Transferred, stands), row)));
        return true;
    }

    /// <summary>Adds what becomes of the qualification.</summary>
    /// <returns>Whether something changes.</returns>
    public bool Qualify(RollRow row, Guid teacher, TeacherStanding? stands, RollScope scope, List<RowChange> changes)
    {
        if (stands is not null && !standing.Differ(stands, row))
            return false;
        if (stands is not null && stands.Since >= scope.Today)
        {
            changes.Add(new(stands, standing.Apply(ImportDesk.Copy(stands), row)));
            return true;
        }
        var next = new TeacherStanding
        {
            TeacherId = teacher, Since = stands is null ? scope.YearBegins : scope.Today, Degree = stands?.Degree ?? Degree.Lower, Title = stands?.Title ?? TeacherTitle.None,
            Backbone = stands?.Backbone ?? BackboneLevel.None, BackboneName = stands?.BackboneName ?? "",
        };
        if (stands is not null)
        {
            var ended = ImportDesk.Copy(stands);
            ended.Until = scope.Today;
            changes.Add(new(stands, ended));
        }
        changes.Add(new(null, standing.Apply(next, row)));
        return true;
    }

    /// <summary>Puts both into a row of the export.</summary>
    public void Show(TeacherPost row, TeacherStanding? qualified, object?[] cells)
    {
        post.Show(row, cells);
        if (qualified is not null)
            standing.Show(qualified, cells);
        cells[since] = row.Since;
    }

    private static TeacherPost New(Guid id, (Guid Teacher, Guid School) at, DateOnly first, PostStart began, TeacherPost? like) => new()
    {
        Id = id, TeacherId = at.Teacher, SchoolId = at.School, Since = first, Began = began, Category = like?.Category ?? StaffCategory.Teacher, IsEstablished = like?.IsEstablished ?? true,
        Stage = like?.Stage, Subject = like?.Subject ?? "",
    };
}
