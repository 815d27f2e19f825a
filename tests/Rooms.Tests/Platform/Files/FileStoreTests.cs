using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Files;

public class FileStoreTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly Ref Owner = new("planning", "report", Guid.CreateVersion7());

    [Fact]
    public async Task What_was_stored_comes_out_again_and_the_same_bytes_lie_there_once()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.files");

        var first = await files.AddAsync(Text("监理月报"), @"C:\报表\..\月报.txt", Owner, FileUse.Evidence, Ct);
        var second = await files.AddAsync(Text("监理月报"), "副\u202E本.txt", Owner, FileUse.Evidence, Ct);
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(Ct);

        using var reader = new StreamReader(files.Open(first.Value));
        Assert.Equal("监理月报", await reader.ReadToEndAsync(Ct));
        Assert.Equal(("月报.txt", "text/plain; charset=utf-8"), (first.Value.Name, first.Value.MediaType));
        Assert.Equal("副本.txt", second.Value.Name);
        Assert.Equal(first.Value.Hash, second.Value.Hash);
        Assert.Single(OnDisk(house));
    }

    [Fact]
    public async Task A_picture_is_stored_without_its_place_under_the_hash_of_what_is_stored()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();

        var stored = (await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(new MemoryStream(SamplePictures.WithPlace("plain.jpg")), "现场.jpg", Owner, FileUse.Evidence, Ct)).Value;

        var bytes = await File.ReadAllBytesAsync(Assert.Single(OnDisk(house)), Ct);
        Assert.DoesNotContain("GPS", SamplePictures.Tags("x.jpg", bytes), StringComparison.Ordinal);
        Assert.Equal((stored.Hash, stored.Size), (Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), bytes.Length));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Of_files_that_come_at_the_same_moment_no_more_stand_than_there_is_room_for(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        await LimitAsync(house, new() { LargestMb = 1, QuotaMb = 2 });
        var (brought, all) = (0, new TaskCompletionSource());

        var saved = await Task.WhenAll(Enumerable.Range(0, 6).Select(async at =>
        {
            await using var scope = house.Enter();
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.files");
            var added = await scope.ServiceProvider.GetRequiredService<FileStore>().AddAsync(Text($"{at}" + new string('x', 600_000)), $"{at}.txt", Owner, FileUse.Evidence, Ct);
            Assert.True(added.Succeeded);
            // Each has found room for itself before any is saved.
            if (Interlocked.Increment(ref brought) == 6)
                all.SetResult();
            await all.Task;
            try
            {
                await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(Ct);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        }));

        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        Assert.Equal((3, 1_800_003L), (saved.Count(one => one), await FileUsage.BytesAsync(db, Ct)));
        Assert.True((await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], Ct)).Ok);
    }

    private static async Task LimitAsync(TestHouse house, FileLimits limits)
    {
        await using var scope = house.Enter();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.limits");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        db.Add(limits);
        await db.SaveAsync(Ct);
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_breaks_off_leaves_nothing()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();

        var outcome = await files.AddAsync(new EndlessStream(breaks: false), "大.bin", Owner, FileUse.Evidence, Ct);

        Assert.Equal(("FileTooLarge", 50), (Assert.Single(outcome.Refusals).Code, outcome.Refusals[0].Args[0]));
        await Assert.ThrowsAsync<IOException>(() => files.AddAsync(new EndlessStream(breaks: true), "断.txt", Owner, FileUse.Evidence, Ct));
        Assert.Empty(OnDisk(house));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_limits_of_the_district_hold_in_number_and_in_room(TestDatabase database)
    {
        await using var house = await TestHouse.NewAsync(database);
        await using var scope = house.Enter();
        var (db, files) = (scope.ServiceProvider.GetRequiredService<ShurenDb>(), scope.ServiceProvider.GetRequiredService<FileStore>());
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.files");
        db.Add(new FileLimits { LargestMb = 1, MostPerThing = 3, QuotaMb = 2 });
        Assert.True((await files.AddAllAsync([Megabyte('a'), Megabyte('b')], Owner, FileUse.Evidence, Ct)).Refusals is [{ Code: "FileTooLarge" }, ..] is false);
        await db.SaveAsync(Ct);

        var full = await files.AddAsync(Text("一个字"), "一.txt", Owner, FileUse.Evidence, Ct);
        var many = await files.AddAllAsync([new("一.txt", Text("一")), new("二.txt", Text("二"))], Owner, FileUse.Evidence, Ct);
        var again = await files.AddAllAsync([new("空.txt", Text("")), new("a.exe", Text("MZ"))], new("planning", "report", Guid.CreateVersion7()), FileUse.Evidence, Ct);

        Assert.Equal(["FileQuota"], full.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["FilesTooMany"], many.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(["FileEmpty", "FileProgram"], again.Refusals.Select(refusal => refusal.Code));
        Assert.Equal(2 * 1024 * 1024, await FileUsage.BytesAsync(db, Ct));
    }

    private static BroughtFile Megabyte(char letter) => new($"{letter}.txt", Text(new string(letter, 1024 * 1024)));

    private static MemoryStream Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    private static string[] OnDisk(TestHouse house) => Directory.Exists(Path.Combine(house.DataFolder, "files")) ? Directory.GetFiles(Path.Combine(house.DataFolder, "files"), "*", SearchOption.AllDirectories) : [];

    private sealed class EndlessStream(bool breaks) : MemoryStream
    {
        private int reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            breaks && ++reads > 5 ? throw new IOException("The connection broke.") : new(buffer.Length);
    }
}
