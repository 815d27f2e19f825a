using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

/// <summary>Writes whole pages to artifacts/ui, where look.sh takes their pictures.</summary>
public sealed class SheetPages
{
    [Fact]
    public async Task Pages_are_written_to_be_looked_at()
    {
        var folder = Path.Combine(Repository.Root, "artifacts/ui/qinghe");
        Directory.CreateDirectory(folder);

        await Write(folder, "components", typeof(AppLayout), Whole.Of<ComponentSheet>());
        await Write(folder, "task", typeof(AppLayout), Whole.Of<SamplePage>());
        await Write(folder, "confirm", typeof(AppLayout), Whole.Of<ConfirmPage>(
            ("Title", "下发48项任务到11个科室？"), ("ConfirmLabel", "下发47项"), ("CancelHref", "plans/1/tasks/210"), ("CancelLabel", "先补2.10"),
            ("ChildContent", Drawn.Words("下发后科室会收到待办，任务文字不能直接修改，只能走变更。2.10还没有牵头单位，将不下发。"))));
        await Write(folder, "refused", typeof(AppLayout), Whole.Of<ResultPage>(
            ("Title", "没有找到这个页面"), ("Code", "404"), ("ChildContent", Drawn.Words("网址可能抄错，或任务已合并、工单已归档。"))));
        await Write(folder, "public", typeof(PublicLayout), Whole.Of<PageHead>(
            ("Title", "2026年教育工作要点落实得怎么样"), ("Lede", "年初，我们公布了今年要做的48件事。"), ("Crumbs", new Crumb[] { new("首页", "public"), new("工作进展") })));
        await Write(folder, "sign-in", typeof(SignInLayout), SignIn);

        Assert.All(["components", "task", "confirm", "refused", "public", "sign-in"], page => Assert.True(new FileInfo(Path.Combine(folder, page + ".html")).Length > 2000));
    }

    private static void SignIn(RenderTreeBuilder builder)
    {
        Whole.Of<PageHead>(("Title", "登录"))(builder);
        Whole.Of<TextField>(("Name", "account"), ("Label", "账号"), ("Hint", "手机号或单位发放的账号"))(builder);
        Whole.Of<TextField>(("Name", "password"), ("Label", "密码"), ("Type", "password"))(builder);
    }

    private static async Task Write(string folder, string name, Type layout, RenderFragment body) =>
        await File.WriteAllTextAsync(Path.Combine(folder, name + ".html"), await Drawn.Html<Whole>(new { Layout = layout, Body = body }, Whole.Cascade));
}
