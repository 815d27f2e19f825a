using Shuren.Kernel;

namespace Shuren.Schools;

/// <summary>How the room's things are named in the thread and the audit.</summary>
internal static class SchoolsRefs
{
    public static Ref School(Guid id) => new("schools", "school", id);

    public static Ref Pupil(Guid id) => new("schools", "pupil", id);

    public static Ref Teacher(Guid id) => new("schools", "teacher", id);

    public static Ref Class(Guid id) => new("schools", "schoolclass", id);

    public static Ref Room(Guid id) => new("schools", "room", id);

    public static Ref HandOver(Guid id) => new("schools", "handover", id);

    public static Ref DropOut(Guid id) => new("schools", "dropout", id);

    /// <summary>Care of a pupil: a subject of its own, so that looks at it stand apart.</summary>
    public static Ref Care(Guid pupil) => new("schools", "pupilcare", pupil);

    /// <summary>Ethics of a teacher: a subject of its own.</summary>
    public static Ref Ethics(Guid teacher) => new("schools", "ethicsrecord", teacher);
}
