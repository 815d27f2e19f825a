using Shuren.Platform.Windows;

namespace Shuren.Rooms.Tests.Platform;

public class WindowSourcesTests
{
    private static readonly WindowSources Sources = new(
    [
        new("ds_schools", "-- schools_pupils are not read here\ncreate view ds_schools as select id from schools_spans span"),
        new("ds_pupils", "create view ds_pupils as select pupil.id from schools_pupils pupil join ds_schools school on school.id = pupil.school_id"),
        new("ds_cares", "create view ds_cares as select care.id from schools_cares care where exists (select 1 from ds_pupils pupil where pupil.id = care.pupil_id)"),
        new("ds_rooms", "create view ds_rooms as select id from schools_rooms"),
    ]);

    [Theory]
    [InlineData("schools_spans", "ds_cares ds_pupils ds_schools")]
    [InlineData("schools_pupils", "ds_cares ds_pupils")]
    [InlineData("schools_cares", "ds_cares")]
    [InlineData("schools_rooms", "ds_rooms")]
    [InlineData("schools_visits", "")]
    public void A_window_hangs_on_what_it_names_and_on_what_its_windows_name(string table, string readers) =>
        Assert.Equal(readers, string.Join(' ', Sources.ReadersOf(new HashSet<string> { table }).Order(StringComparer.Ordinal)));
}
