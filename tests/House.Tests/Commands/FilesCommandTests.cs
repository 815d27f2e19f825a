using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.House.Tests.Commands;

/// <summary>What an operator types to check and tidy stored files, and what the doctor then says of them.</summary>
public sealed class FilesCommandTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_changed_file_is_named_by_verify_and_by_the_doctor_and_a_nameless_content_is_swept(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        // Beside SQLite's files lie the others; with PostgreSQL the operator says where.
        var data = database == TestDatabase.Sqlite ? house.Location : house.DataFolder;
        var environment = new Dictionary<string, string> { ["SHUREN_DATA"] = data };
        string[] where = ["--database", house.Location, "--district", "qinghe"];
        string[] doctor = ["doctor", "--database", house.Location, "--json"];
        await BringAsync(house, "章程.txt", "学校章程", saves: true);
        await BringAsync(house, "草稿.txt", "没有保存的草稿", saves: false);

        if (data != house.DataFolder)
            Directory.Move(Path.Combine(house.DataFolder, "files"), Path.Combine(data, "files"));
        var whole = await Shell.RunAsync(environment, ["files", "verify", "--json", .. where]);
        var well = Check(await Shell.RunAsync(environment, doctor));
        var contents = Directory.GetFiles(Path.Combine(data, "files", "qinghe"), "*", SearchOption.AllDirectories);
        foreach (var content in contents)
            File.SetLastWriteTimeUtc(content, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-3));
        var swept = await Shell.RunAsync(environment, ["files", "sweep", .. where]);
        var kept = contents.Single(File.Exists);
        await File.WriteAllTextAsync(kept, "学校章呈", TestContext.Current.CancellationToken);
        var faulty = await Shell.RunAsync(environment, ["files", "verify", "--json", .. where]);
        var ill = Check(await Shell.RunAsync(environment, doctor));

        Assert.Equal((0, 0, 1), (whole.Code, swept.Code, faulty.Code));
        Assert.Equal(("ok", "fail"), (well.State, ill.State));
        Assert.Contains("shuren files verify", ill.Mend, StringComparison.Ordinal);
        Assert.StartsWith("1 份移出", swept.Output, StringComparison.Ordinal);
        using var said = JsonDocument.Parse(faulty.Output);
        Assert.Equal((1, "章程.txt"), (said.RootElement.GetProperty("faults").GetInt32(), said.RootElement.GetProperty("files")[0].GetProperty("name").GetString()));
    }

    private static async Task BringAsync(TestHouse house, string name, string text, bool saves)
    {
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.bring");
        var added = await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), name, new Ref("test", "thing", Guid.CreateVersion7()), FileUse.Evidence, CancellationToken.None);
        Assert.True(added.Succeeded);
        if (saves)
            await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);
    }

    private static (string State, string Mend) Check((int Code, string Output, string Messages) doctor)
    {
        using var found = JsonDocument.Parse(doctor.Output);
        var files = found.RootElement.EnumerateArray().Single(one => one.GetProperty("check").GetString() == "files:qinghe");
        return (files.GetProperty("state").GetString()!, files.GetProperty("mend").GetString()!); // the doctor always says both
    }
}
