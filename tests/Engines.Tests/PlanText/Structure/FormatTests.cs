using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Structure;

/// <summary>What a format itself says of its lines: rows with cells, pages, furniture, headings.</summary>
public sealed class FormatTests
{
    [Fact]
    public void Each_row_of_a_breakdown_table_is_a_task_with_its_owners()
    {
        var source = Table(
            ["序号", "重点任务", "主要举措", "牵头科室", "责任单位", "完成时限", "备注"],
            ["1", "扩优提质", "新建城西小学，新增学位1080个", "规划财务科", "城西街道、建设中心", "8月底前", ""],
            ["2", "", "改造6所乡村小规模学校", "", "各乡镇", "12月底前", ""],
            ["3", "强师行动", "招聘紧缺学科教师45名", "人事科", "", "", ""]);

        var reading = PlanReader.Read(source);

        Assert.Equal(["扩优提质"], reading.Sections.Select(s => s.Title).Take(1));
        Assert.Equal(["新建城西小学，新增学位1080个", "改造6所乡村小规模学校", "招聘紧缺学科教师45名"], reading.Tasks.Select(t => t.Text));
        Assert.Equal(["规划财务科", "规划财务科", "人事科"], reading.Tasks.Select(t => t.Lead));
        Assert.Equal(["城西街道", "建设中心"], reading.Tasks[0].Support);
        Assert.Equal(["各乡镇"], reading.Tasks[1].Support);
        Assert.Equal(new DateOnly(2026, 8, 31), reading.Tasks[0].DueDate);
        Assert.Equal(new DateOnly(2026, 12, 31), reading.Tasks[1].DueDate);
        Assert.Equal(3, reading.Tasks[0].Place.Line);
    }

    [Fact]
    public void A_row_across_the_table_is_a_heading_and_a_repeated_header_is_nothing()
    {
        var source = Table(
            ["序号", "工作任务", "责任科室", "时间节点"],
            ["一、学前教育", "", "", ""],
            ["1", "开展幼儿园保教质量自评", "学前科", "上半年"],
            ["序号", "工作任务", "责任科室", "时间节点"],
            ["二、职业教育", "二、职业教育", "二、职业教育", "二、职业教育"],
            ["2", "建设校企合作基地3个", "职成科", "年底前"]);

        var reading = PlanReader.Read(source);

        Assert.Equal([("一、", "学前教育"), ("二、", "职业教育")], reading.Sections.Select(s => (s.Marker, s.Title)));
        Assert.Equal(["s1", "s2"], reading.Tasks.Select(t => t.Section));
        Assert.Equal(["学前科", "职成科"], reading.Tasks.Select(t => t.Lead));
    }

    [Fact]
    public void A_sentence_that_goes_on_over_a_page_is_one_task()
    {
        var source = Pages(
            ["青禾县教育局2026年工作要点", "一、办好人民满意的教育", "1.推进资源均衡。实施薄弱学校提升计划，选派骨干教师到乡村学校任教，带动"],
            ["青禾教育", "乡村教育质量整体提升。完善考核办法。", "2.抓实安全工作。开展隐患排查。压实责任。"],
            ["青禾教育", "二、建设过硬队伍", "3.强化培训。组织全员培训。落实学分管理。"],
            ["青禾教育", "4.关爱教师。开展走访慰问。减轻非教学负担。"]);

        var reading = PlanReader.Read(source);

        Assert.Contains(reading.Tasks, t => t.Text == "实施薄弱学校提升计划，选派骨干教师到乡村学校任教，带动乡村教育质量整体提升。");
        Assert.DoesNotContain(reading.Sections, s => s.Title == "青禾教育");
        Assert.Equal(3, reading.Boilerplate.Count);
        Assert.Equal([1, 2, 2, 1, 2, 2], reading.Sections.Select(s => s.Level));
    }

    [Fact]
    public void Headings_of_the_format_make_the_tree_where_nothing_is_numbered()
    {
        var text = "青禾县2026年工作计划\n队伍建设\n师德建设\n开展师德宣讲。\n业务提升\n组织教学比武。\n质量建设\n落实质量监测。";
        var plain = SourceText.FromPlainText(text);
        int[] levels = [1, 2, 3, 0, 3, 0, 2, 0];
        var source = plain with { Lines = [.. plain.Lines.Select((l, i) => levels[i] == 0 ? l : l with { Kind = LineKind.Heading, HeadingLevel = levels[i] })] };

        var reading = PlanReader.Read(source);

        Assert.Equal("青禾县2026年工作计划", reading.Title);
        Assert.Equal([("队伍建设", 1), ("师德建设", 2), ("业务提升", 2), ("质量建设", 1)], reading.Sections.Select(s => (s.Title, s.Level)));
        Assert.Equal(["s2", "s3", "s4"], reading.Tasks.Select(t => t.Section));
    }

    [Fact]
    public void Furniture_of_the_format_is_left_out()
    {
        var plain = SourceText.FromPlainText("青禾县2026年教育工作要点\n一、质量立校\n推进课堂改革。\n推进网站适老化改造。");
        var source = plain with { Lines = [.. plain.Lines.Select(l => l.Number == 4 ? l with { Kind = LineKind.Furniture } : l)] };

        var reading = PlanReader.Read(source);

        Assert.Equal(["推进课堂改革。"], reading.Tasks.Select(t => t.Text));
        Assert.Equal([4], reading.Boilerplate.Select(b => b.Line));
    }

    private static SourceText Table(params string[][] rows)
    {
        var text = "青禾县教育局2026年重点工作任务分解表\n";
        var lines = new List<SourceLine> { new(1, 0, text.Length - 1) };
        foreach (var row in rows)
        {
            var (start, cells) = (text.Length, new List<(int, int)>());
            foreach (var cell in row)
            {
                cells.Add((text.Length, text.Length + cell.Length));
                text += cell + " ";
            }

            lines.Add(new(lines.Count + 1, start, text.Length, null, LineKind.TableRow, 0, cells, 1));
            text += "\n";
        }

        return new(text, lines);
    }

    private static SourceText Pages(params string[][] pages)
    {
        var plain = SourceText.FromPlainText(string.Join('\n', pages.SelectMany(p => p)));
        var numbers = pages.SelectMany((page, i) => page.Select(_ => i + 1)).ToList();
        return plain with { Lines = [.. plain.Lines.Select((l, i) => l with { Page = numbers[i] })] };
    }
}
