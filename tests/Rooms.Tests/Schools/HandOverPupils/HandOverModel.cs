namespace Shuren.Rooms.Tests.Schools.HandOverPupils;

/// <summary>
/// A hand-over as one would play it with cards on a table: each child is a card that lies at one school, each hand-over a list on which a mark is moved when something
/// happens. It knows no roll and derives nothing; what the code derives from words and roll must come to the same.
/// </summary>
internal sealed class HandOverModel
{
    /// <summary>A child: where it is enrolled, null once it is on no roll.</summary>
    public sealed class Card
    {
        public required Guid? School { get; set; }
        public int Grade { get; set; } = 16;
        public int Year { get; set; } = 2025;
        public bool IsTaught { get; set; } = true;

        /// <summary>Whether something happened at the junior school, so that a confirmation cannot be taken back.</summary>
        public bool IsSettledIn { get; set; }
    }

    /// <summary>A child on the list of a school: its mark, the school it is meant for, and the mark it had before it moved away.</summary>
    public sealed class Entry
    {
        public string Mark { get; set; } = "Listed";
        public string Before { get; set; } = "";
        public Guid? For { get; set; }

        public bool IsOpen => Mark is "Listed" or "Sent" or "NotArrived";
    }

    public Dictionary<Guid, Card> Cards { get; } = [];

    /// <summary>By school that hands over and child; a school without a list has not opened yet.</summary>
    public Dictionary<Guid, Dictionary<Guid, Entry>> Lists { get; } = [];

    public Dictionary<Guid, Guid?> Default { get; } = [];

    public void Open(Guid school, Guid? receiver)
    {
        Default[school] = receiver;
        Lists[school] = Cards.Where(card => card.Value.School == school && card.Value.Grade == 16).ToDictionary(card => card.Key, _ => new Entry { For = receiver });
    }

    public int Name(Guid school, IEnumerable<Guid> children, Guid receiver) => Each(school, children, entry => entry.IsOpen && (entry.For != receiver || entry.Mark == "NotArrived"), (entry, _) =>
    {
        entry.For = receiver;
        if (entry.Mark != "Listed")
            entry.Mark = "Sent";
    });

    /// <summary>Nobody is sent while one of them has no school.</summary>
    public int Send(Guid school, IReadOnlyCollection<Guid> children)
    {
        if (children.Any(child => Lists[school].TryGetValue(child, out var entry) && entry is { Mark: "Listed", For: null }))
            return 0;
        return Each(school, children, entry => entry.Mark == "Listed", (entry, _) => entry.Mark = "Sent");
    }

    public int Confirm(Guid school, IEnumerable<Guid> children, Guid receiver) => Each(school, children, entry => entry.Mark is "Sent" or "NotArrived" && entry.For == receiver, (entry, card) =>
    {
        entry.Mark = "Confirmed";
        (card.School, card.Grade, card.Year, card.IsTaught) = (receiver, 21, 2026, true);
    });

    public int NotArrived(Guid school, IEnumerable<Guid> children, Guid receiver) => Each(school, children, entry => entry.Mark == "Sent" && entry.For == receiver, (entry, _) => entry.Mark = "NotArrived");

    public int GoOut(Guid school, IEnumerable<Guid> children) => Each(school, children, entry => entry.IsOpen, (entry, card) => (entry.Mark, card.School) = ("OutOfDistrict", null));

    public int Repeat(Guid school, IEnumerable<Guid> children) => Each(school, children, entry => entry.IsOpen, (entry, card) => (entry.Mark, card.Year) = ("Repeating", 2026));

    public int TakeBack(Guid school, Guid child, Guid receiver)
    {
        if (Lists[school].GetValueOrDefault(child) is not { Mark: "Confirmed" } entry || entry.For != receiver || Cards[child].IsSettledIn)
            return 0;
        entry.Mark = "Sent";
        (Cards[child].School, Cards[child].Grade, Cards[child].Year) = (school, 16, 2025);
        return 1;
    }

    /// <summary>A child of the leaving grade goes to another primary school: it leaves one list and stands on the other. Who sits in grade 7 can only go where there is one.</summary>
    public bool Transfer(Guid child, Guid to, bool hasJuniorGrades)
    {
        var card = Cards[child];
        if (!card.IsTaught || card.School is not { } from || from == to || (card.Grade == 21 && !hasJuniorGrades))
            return false;
        if (card.Grade == 21)
        {
            (card.School, card.IsSettledIn) = (to, true);
            return true;
        }
        MoveAway(child, from);
        card.School = to;
        if (!Lists.TryGetValue(to, out var list) || card.Year != 2025)
            return true;
        if (!list.TryGetValue(child, out var entry))
            list[child] = new() { For = Default[to] };
        else if (entry.Mark == "Moved")
            entry.Mark = entry.Before;
        return true;
    }

    public bool TransferOut(Guid child)
    {
        var card = Cards[child];
        if (card.School is not { } from)
            return false;
        MoveAway(child, from);
        (card.School, card.IsSettledIn) = (null, true);
        return true;
    }

    public bool DropOut(Guid child)
    {
        var card = Cards[child];
        if (card.School is null || !card.IsTaught)
            return false;
        (card.IsTaught, card.IsSettledIn) = (false, card.Grade == 21);
        return true;
    }

    private void MoveAway(Guid child, Guid from)
    {
        if (Lists.TryGetValue(from, out var list) && list.TryGetValue(child, out var entry) && entry.IsOpen)
            (entry.Before, entry.Mark) = (entry.Mark, "Moved");
    }

    private int Each(Guid school, IEnumerable<Guid> children, Func<Entry, bool> takes, Action<Entry, Card> change)
    {
        var done = 0;
        foreach (var child in children)
        {
            if (!Lists[school].TryGetValue(child, out var entry) || !takes(entry))
                continue;
            change(entry, Cards[child]);
            done++;
        }
        return done;
    }
}
