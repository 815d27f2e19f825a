using Shuren.Platform.Data;

namespace Shuren.Schools.Model;

/// <summary>A room of a school.</summary>
internal sealed class Room : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid SchoolId { get; init; }
    public Guid? CampusId { get; set; }

    /// <summary>The number on the door; unique in the school among the rooms in use.</summary>
    public required string Code { get; set; }
    public string Name { get; set; } = "";
    public required RoomKind Kind { get; set; }

    /// <summary>Usable area, 0.01 m².</summary>
    public long Area { get; set; }

    /// <summary>Seats, 0 where it has none.</summary>
    public int Seats { get; set; }

    /// <summary>网络多媒体教室 (R7): networked and with a screen for the class.</summary>
    public bool IsMultimedia { get; set; }
    public required DateOnly Since { get; set; }

    /// <summary>The first day on which it is no longer used; null while it is.</summary>
    public DateOnly? Until { get; set; }
    public long Version { get; private set; }
}

/// <summary>What a room is for.</summary>
internal enum RoomKind
{
    /// <summary>普通教室.</summary>
    Classroom,

    /// <summary>音乐教室 (G3: 96 m² or more).</summary>
    Music,

    /// <summary>美术教室 (G3: 90 m² or more).</summary>
    Art,

    /// <summary>舞蹈教室.</summary>
    Dance,

    /// <summary>科学教室、实验室.</summary>
    Science,

    /// <summary>物理实验室.</summary>
    Physics,

    /// <summary>化学实验室.</summary>
    Chemistry,

    /// <summary>生物实验室.</summary>
    Biology,

    /// <summary>计算机教室.</summary>
    Computer,

    /// <summary>图书室、阅览室.</summary>
    Library,

    /// <summary>劳动技术教室.</summary>
    Crafts,

    /// <summary>心理辅导室.</summary>
    Counselling,

    /// <summary>多功能教室、录播教室.</summary>
    Lecture,

    /// <summary>体育馆、室内活动场.</summary>
    Gym,

    /// <summary>幼儿活动室.</summary>
    Activity,

    /// <summary>幼儿寝室.</summary>
    Nap,

    /// <summary>卫生保健室.</summary>
    Health,

    /// <summary>办公室.</summary>
    Office,

    /// <summary>厨房.</summary>
    Kitchen,

    /// <summary>餐厅.</summary>
    DiningHall,

    /// <summary>学生宿舍.</summary>
    Dormitory,

    /// <summary>其他.</summary>
    Other,
}
