using System.Net;
using System.Text.Json;
using Shuren.Testing;

namespace Shuren.House.Tests.Districts;

/// <summary>A district that an operator archives while the site runs: what its people see, and what they are told.</summary>
public sealed class ArchivedDistrictTests
{
    [Fact]
    public async Task Pages_are_read_and_whatever_is_sent_is_refused_in_words_until_it_is_opened_again()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await site.SignInAsync("office");
        string[] where = ["--database", site.House.Location];

        var archived = await Shell.RunAsync(["district", "archive", "qinghe", "--why", "并入石桥县", "--by", "沈立群", .. where]);
        var listed = await Shell.RunAsync(["district", "list", "--json", .. where]);
        var import = await Shell.RunAsync(["user", "add", "新人", "--role", "office", "--unit", "青禾县教育局", "--district", "qinghe", .. where]);

        Assert.Equal((0, 0, 1), (archived.Code, listed.Code, import.Code));
        Assert.Contains("只能查看", import.Messages, StringComparison.Ordinal);
        using (var list = JsonDocument.Parse(listed.Output))
            Assert.Equal(("archived", "并入石桥县"), (list.RootElement[0].GetProperty("state").GetString(), list.RootElement[0].GetProperty("why").GetString()));
        await office.OpenAsync("planning");
        Assert.Equal(HttpStatusCode.OK, office.Status);
        Assert.Contains("归档", office.Words, StringComparison.Ordinal);
        await office.OpenAsync("notices/settings");
        await office.SubmitAsync([], "main form[method=post]");
        Assert.Equal(HttpStatusCode.Locked, office.Status);
        Assert.Contains("并入石桥县", office.Words, StringComparison.Ordinal);
        Assert.Contains("没有保存", office.Words, StringComparison.Ordinal);
        using var later = await site.SignInAsync("director");
        await later.OpenAsync("planning");
        Assert.Equal(HttpStatusCode.OK, later.Status);

        Assert.Equal(0, (await Shell.RunAsync(["district", "reopen", "qinghe", "--why", "并入取消", .. where])).Code);
        await office.OpenAsync("notices/settings");
        Assert.DoesNotContain("并入石桥县", office.Words, StringComparison.Ordinal);
        await office.SubmitAsync([], "main form[method=post]");
        Assert.Equal(HttpStatusCode.OK, office.Status);
    }
}
