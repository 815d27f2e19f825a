using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

/// <summary>A whole document with a layout, as a host puts it together.</summary>
internal sealed class Whole : ComponentBase
{
    [Parameter] public Type Layout { get; set; } = typeof(AppLayout);

    [Parameter] public RenderFragment? Body { get; set; }

    /// <summary>What the host cascades to the layouts.</summary>
    public static void Cascade(IServiceCollection services)
    {
        services.AddCascadingValue(_ => SheetFrame.Sample);
        services.AddCascadingValue(_ => new Masthead("青禾县教育局")
        {
            Year = new("2026年度", "years"),
            SearchHref = "search",
            SearchHint = "搜任务、学校、指标、工单编号",
            Tools = [new("帮助", "help")],
            Person = new("周晓岚", "account"),
        });
        services.AddCascadingValue(_ => new PublicFrame("青禾县教育局", "public")
        {
            Sections = [new("工作进展", "components"), new("学校名录", "public/schools")],
            MenuHref = "public/menu",
            Foot = [new("办公室电话 0000-7712345", null), new("工作人员登录", "sign-in")],
        });
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<DocumentPage>(0);
        builder.AddComponentParameter(1, nameof(DocumentPage.BasePath), "/qinghe/");
        builder.AddComponentParameter(2, nameof(DocumentPage.Head), (RenderFragment)(head =>
        {
            head.OpenComponent<HeadOutlet>(0);
            head.CloseComponent();
        }));
        builder.AddComponentParameter(3, nameof(DocumentPage.ChildContent), (RenderFragment)(page =>
        {
            page.OpenComponent<LayoutView>(0);
            page.AddComponentParameter(1, nameof(LayoutView.Layout), Layout);
            page.AddComponentParameter(2, nameof(LayoutView.ChildContent), Body);
            page.CloseComponent();
        }));
        builder.CloseComponent();
    }

    /// <summary>The component as a page's content.</summary>
    public static RenderFragment Of<TComponent>(params (string Name, object? Value)[] parameters) where TComponent : IComponent => builder =>
    {
        builder.OpenComponent<TComponent>(0);
        foreach (var (name, value) in parameters)
            builder.AddComponentParameter(1, name, value);
        builder.CloseComponent();
    };
}
