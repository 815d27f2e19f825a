using System.Text.Json;
using Shuren.Testing;

namespace Shuren.House.Tests.Commands;

/// <summary>What an operator types to keep a district: each form of the contract once, from a shell.</summary>
public sealed class KeepingCommandsTests
{
    [Fact]
    public async Task A_district_is_backed_up_verified_restored_and_drilled()
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        var folder = TemporaryFolders.New("keeping");
        var file = Path.Combine(folder, "qinghe.backup");

        var backup = await Shell.RunAsync("backup", "--database", house.Location, "--district", "qinghe", "-o", file, "--json");
        var verify = await Shell.RunAsync("verify", file);
        var restore = await Shell.RunAsync("restore", file, "--database", Path.Combine(folder, "elsewhere"), "--district", "qinghe");
        var again = await Shell.RunAsync("restore", file, "--database", Path.Combine(folder, "elsewhere"), "--district", "qinghe");
        var audit = await Shell.RunAsync("audit", "verify", "--database", Path.Combine(folder, "elsewhere"), "--district", "qinghe", "--json");
        var drill = await Shell.RunAsync("drill", "--database", house.Location, "--district", "qinghe", "--json");

        Assert.Equal((0, 0, 0, 1, 0, 0), (backup.Code, verify.Code, restore.Code, again.Code, audit.Code, drill.Code));
        Assert.Contains("已经有了", again.Messages, StringComparison.Ordinal);
        using var found = JsonDocument.Parse(audit.Output);
        Assert.True(found.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(JsonValueKind.Null, found.RootElement.GetProperty("firstBroken").ValueKind);
        Assert.True(found.RootElement.GetProperty("entries").GetInt64() > 0);
        using var manifest = JsonDocument.Parse(backup.Output);
        Assert.Equal(found.RootElement.GetProperty("blocks").GetInt64(), manifest.RootElement.GetProperty("blocks").GetInt64());
        Assert.Contains("\"drillAt\": \"20", await File.ReadAllTextAsync(Path.Combine(house.Location, "keeping.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_that_was_signed_is_held_against_the_chain_and_a_forged_one_is_refused()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        var folder = TemporaryFolders.New("keeping");
        var (file, secret, open) = (Path.Combine(folder, "kept.json"), Path.Combine(folder, "key.pem"), Path.Combine(folder, "public.pem"));
        using (var key = System.Security.Cryptography.ECDsa.Create())
        {
            await File.WriteAllTextAsync(secret, key.ExportPkcs8PrivateKeyPem());
            await File.WriteAllTextAsync(open, key.ExportSubjectPublicKeyInfoPem());
        }
        string[] where = ["--database", house.Location, "--district", "qinghe"];

        var written = await Shell.RunAsync(["audit", "checkpoint", "-o", file, "--key", secret, .. where]);
        var held = await Shell.RunAsync(["audit", "verify", "--checkpoint", file, "--public-key", open, .. where]);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"number\": 1", "\"number\": 2", StringComparison.Ordinal));
        var forged = await Shell.RunAsync(["audit", "verify", "--checkpoint", file, "--public-key", open, .. where]);

        Assert.Equal((0, 0, 1), (written.Code, held.Code, forged.Code));
        Assert.Contains("签名不对", forged.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_names_each_check_its_state_and_how_to_mend_it()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        if (OperatingSystem.IsWindows())
            return; // It has no such modes.
        File.SetUnixFileMode(house.Location, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);

        var (code, output, _) = await Shell.RunAsync("doctor", "--database", house.Location, "--json");
        var (away, unreachable, _) = await Shell.RunAsync("doctor", "--database", "Host=127.0.0.1;Port=1;Username=nobody;Timeout=2", "--json");

        var found = JsonDocument.Parse(output).RootElement.EnumerateArray().ToDictionary(one => one.GetProperty("check").GetString()!, one => (State: one.GetProperty("state").GetString(), Mend: one.GetProperty("mend").GetString()));
        Assert.Equal(0, code);
        Assert.Equal(("ok", "ok", "ok"), (found["database"].State, found["migrations:qinghe"].State, found["data-folder"].State));
        Assert.Equal("warn", found["permissions"].State);
        Assert.Contains("chmod 700", found["permissions"].Mend, StringComparison.Ordinal);
        Assert.Contains("shuren drill --district qinghe", found["drill:qinghe"].Mend, StringComparison.Ordinal);
        Assert.Equal(1, away);
        Assert.Contains("连不上数据库", unreachable, StringComparison.Ordinal);
    }
}
