using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Files;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform;

public class FileStoreTests
{
    [Fact]
    public async Task What_was_stored_comes_out_again_and_the_same_bytes_lie_there_once()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.files");
        var owner = new Ref("planning", "progressreport", Guid.CreateVersion7());

        var first = await files.AddAsync(new MemoryStream("监理月报"u8.ToArray()), @"C:\报表\..\月报.txt", owner, CancellationToken.None);
        var second = await files.AddAsync(new MemoryStream("监理月报"u8.ToArray()), "副本.txt", owner, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(CancellationToken.None);

        using var reader = new StreamReader(files.Open(first.Value));
        Assert.Equal("监理月报", await reader.ReadToEndAsync());
        Assert.Equal("月报.txt", first.Value.Name);
        Assert.Equal(first.Value.Hash, second.Value.Hash);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_and_leaves_nothing()
    {
        await using var house = await TestHouse.NewAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();
        var options = scope.ServiceProvider.GetRequiredService<FileStoreOptions>();
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();

        var outcome = await files.AddAsync(new EndlessStream(), "大.bin", new Ref("planning", "task", Guid.CreateVersion7()), CancellationToken.None);

        Assert.Equal("FileTooLarge", Assert.Single(outcome.Refusals).Code);
        Assert.Empty(Directory.EnumerateFiles(options.Folder, "*", SearchOption.AllDirectories));
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(buffer.Length);
    }
}
