using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Shuren.Ui;

namespace Shuren.Browser.Tests.LongContent;

/// <summary>A page with as many rows as asked, whose schools have names of 30 characters and whose tasks run to 400.</summary>
public sealed class StressPage : ComponentBase
{
    private const string School = "青禾县城关镇滨河新区东风路第二九年一贯制实验学校（北校区一部）";

    private static readonly string Text = string.Concat(Enumerable.Repeat("持续改善寄宿制学校和乡村小规模学校办学条件，2026年8月20日前完成16所学校食堂、宿舍和运动场改造，新增学位2160个，", 8))[..400];

    /// <summary>How many rows the table has.</summary>
    [Parameter] public int Rows { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<DocumentPage>(0);
        builder.AddComponentParameter(1, nameof(DocumentPage.BasePath), "/qinghe/");
        builder.AddComponentParameter(2, nameof(DocumentPage.ChildContent), (RenderFragment)Main);
        builder.AddComponentParameter(3, nameof(DocumentPage.Head), (RenderFragment)(head =>
        {
            head.OpenComponent<HeadOutlet>(0);
            head.CloseComponent();
        }));
        builder.CloseComponent();
    }

    private void Main(RenderTreeBuilder page)
    {
        page.OpenElement(0, "main");
        page.AddAttribute(1, "class", "main");
        page.OpenComponent<PageHead>(2);
        page.AddComponentParameter(3, nameof(PageHead.Title), School + "2026年工作要点：任务");
        page.AddComponentParameter(4, nameof(PageHead.Crumbs), (IReadOnlyList<Crumb>)[new("规划与任务", "plans"), new(School, "plans/1"), new("任务")]);
        page.CloseComponent();
        page.OpenComponent<Toolbar>(5);
        page.AddComponentParameter(6, nameof(Toolbar.ChildContent), (RenderFragment)(filter =>
        {
            filter.OpenComponent<FilterSelect>(0);
            filter.AddComponentParameter(1, nameof(FilterSelect.Name), "school");
            filter.AddComponentParameter(2, nameof(FilterSelect.Label), "牵头单位");
            filter.AddComponentParameter(3, nameof(FilterSelect.Options), (IReadOnlyList<Choice>)[new("1", School)]);
            filter.CloseComponent();
        }));
        page.CloseComponent();
        page.OpenComponent<DataTable<int>>(7);
        page.AddComponentParameter(8, nameof(DataTable<>.Rows), (IReadOnlyList<int>)[.. Enumerable.Range(1, Rows)]);
        page.AddComponentParameter(9, nameof(DataTable<>.Caption), "任务");
        page.AddComponentParameter(10, nameof(DataTable<>.EmptyTitle), "没有符合条件的任务");
        page.AddComponentParameter(11, nameof(DataTable<>.ChildContent), (RenderFragment)Columns);
        page.CloseComponent();
        page.CloseElement();
    }

    private static void Columns(RenderTreeBuilder table)
    {
        Add(table, "编号", names: false, number => words => words.AddContent(0, $"2.{number}"));
        Add(table, "任务名称", names: true, number => words => words.AddContent(0, Phrase.Held(number % 3 == 0 ? Text : $"改善第{number}所学校办学条件")));
        Add(table, "牵头单位", names: false, _ => words => words.AddContent(0, School));
        Add(table, "完成期限", names: false, _ => words => words.AddContent(0, "2026年12月31日"));
    }

    private static void Add(RenderTreeBuilder table, string title, bool names, RenderFragment<int> cell)
    {
        table.OpenComponent<Column<int>>(0);
        table.AddComponentParameter(1, nameof(Column<>.Title), title);
        table.AddComponentParameter(2, nameof(Column<>.NamesRow), names);
        table.AddComponentParameter(3, nameof(Column<>.ChildContent), cell);
        table.CloseComponent();
    }
}
