using System.Text.Json;
using Shuren.Testing;

namespace Shuren.House.Tests.Districts;

/// <summary>What an operator types to move a district and to delete what is left of it, from a shell.</summary>
public sealed class DistrictCommandsTests
{
    [Fact]
    public async Task A_district_is_moved_the_old_place_backed_up_deleted_and_verified()
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        var folder = TemporaryFolders.New("districts");
        var (there, certificate, backup) = (Path.Combine(folder, "there"), Path.Combine(folder, "qinghe.json"), Path.Combine(folder, "qinghe.backup"));
        string[] where = ["--database", house.Location];

        var same = await Shell.RunAsync(["district", "move", "qinghe", "--to", house.Location, "--why", "换服务器", .. where]);
        var moved = await Shell.RunAsync(["district", "move", "qinghe", "--to", there, "--why", "换服务器", "--json", .. where]);
        var list = await Shell.RunAsync(["district", "list", .. where]);
        await Shell.RunAsync(["backup", "--district", "qinghe", "-o", backup, .. where]);
        var mistyped = await Shell.RunAsync(["district", "delete", "qinghe", "--confirm", "qingha", "--backup", backup, "--why", "已迁走", .. where]);
        var deleted = await Shell.RunAsync(["district", "delete", "qinghe", "--confirm", "qinghe", "--backup", backup, "--why", "已迁走", "--certificate", certificate, .. where]);
        var verified = await Shell.RunAsync(["district", "verify-deletion", certificate, "--json", .. where]);

        Assert.Equal((1, 0, 0, 1, 0, 0), (same.Code, moved.Code, list.Code, mistyped.Code, deleted.Code, verified.Code));
        Assert.Contains("--to-data", same.Messages, StringComparison.Ordinal);
        Assert.Contains("[moved ", list.Output, StringComparison.Ordinal);
        Assert.Contains("--confirm", mistyped.Messages, StringComparison.Ordinal);
        using var said = JsonDocument.Parse(moved.Output);
        using var proof = JsonDocument.Parse(verified.Output);
        // The mark at the old place is one act more than what was moved.
        Assert.True(proof.RootElement.GetProperty("rows").GetInt64() > said.RootElement.GetProperty("rows").GetInt64());
        Assert.Equal("qinghe  青禾县", (await Shell.RunAsync("district", "list", "--database", there)).Output.Trim());
        Assert.Equal("", (await Shell.RunAsync(["district", "list", .. where])).Output.Trim());
    }
}
