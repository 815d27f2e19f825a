using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

/// <summary>Five files as a school secretary makes them; every name and number in them is invented.</summary>
internal static class UglyBooks
{
    static UglyBooks() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Schools: a title over merged cells, an empty row, a head of two lines, remarks below, a hidden sheet of last year before it.</summary>
    public static byte[] Schools => Workbook(
        [("去年", true, ["学校名称|办学类型", "不该读到的学校|小学"], "")],
        ("学校情况", false,
        [
            "青禾县2026年学校基本情况一览表", "填报单位：青禾县教育局　　填报日期：2026.10.8", "",
            "序号|学校名称 *|学校类别|办学性质|城乡类型|基本情况||备注", "|||||建校时间|是否寄宿|",
            "1|青禾县实验小学|完全小学|公办|城区|1956年9月|否|", "2|青禾县第一初级中学|初中|公办|镇区|1978.9|是|百年老校",
            "3|青禾县春苗幼儿园|幼儿园|普惠|镇区|2012-09|否|", "4|青禾县石桥九年一贯制学校|九年一贯制|公办|乡村|1990.08|是|",
            "合计|4所||||||", "填表人：||审核人：|||||",
        ],
        "A1:H1 A2:H2 F4:G4 A4:A5 B4:B5 C4:C5 D4:D5 E4:E5 H4:H5"));

    /// <summary>Classes: a .csv in GB18030 with spaces everywhere, numbers of classes in every way.</summary>
    public static byte[] Classes => Encoding.GetEncoding("GB18030").GetBytes(
        "学 校,所属年级,班号,班级类型\r\n 青禾县实验小学 ,三年级,1班,普通班\r\n青禾县实验小学,三年级,（2）班,\r\n青禾县实验小学,3年级,三班,普通\r\n" +
        "青禾县第一初级中学,初一,七年级1班,\r\n青禾县第一初级中学,八年级,十一班,\r\n青禾县春苗幼儿园,大班,1,\r\n青禾县石桥九年一贯制学校,小学三年级,1,复式\r\n,,,\r\n");

    /// <summary>Pupils: the school merged downwards, days as numbers of 1904, full-width digits, apostrophes, codes with names, a hidden row, a sum below.</summary>
    public static byte[] Pupils => Workbook([], ("Sheet1", false,
        [
            "青禾县2026—2027学年学生花名册", "学校|姓 名|性别|身份证号码|出生日期|年级|班级|是否随迁子女|是否住宿|民族|家长电话",
            $"青禾县实验小学|王小明|1-男|'{RollWorld.IdOf(1)}|#41337|三年级|1班|否|否|汉|138 0000 0001", $"|李小红|女|{Wide(RollWorld.IdOf(2, "20160412"))}|2016年4月12日|三年级|三年级2班|是|√|01汉族|13800000002",
            $"|赵小军|男 |{RollWorld.IdOf(3)}|二〇一七年三月五日|3年级|(2)|外地|×|回族|13800000003.0", "|钱小丽|女|9.99999E+17|2017/3/5|三年级|1||||",
            $"!|停用行|男|{RollWorld.IdOf(9)}|2017-03-05|三年级|1||||", $"青禾县第一初级中学|孙小亮|男|{RollWorld.IdOf(5, "20130901").ToLowerInvariant()}|20130901|初一|1|本地|是||",
            $"|周小兰|男|{RollWorld.IdOf(5, "20130901")}|20130901|初一|1|本地|是||", $"|吴小海|男|{RollWorld.IdOf(7, "20121130")}|2012.11.30|八年级|十一|集体户|是|汉族|",
            "合计|8人|||||||||",
        ],
        "A1:K1 A3:A6 A8:A10"), "date1904=\"1\"");

    /// <summary>Teachers: text parted by tabs in UTF-16, as Excel saves “Unicode text”.</summary>
    public static byte[] Teachers =>
    [
        .. Encoding.Unicode.GetPreamble(),
        .. Encoding.Unicode.GetBytes(string.Join("\r\n",
            "教师姓名\t工作单位\t教师编号\t身份证号\t学历\t职称\t是否在编\t任教学段\t任教科目\t参加工作时间\t骨干级别",
            $"郑老师\t青禾县实验小学\tT001\t{RollWorld.IdOf(11, "19800101")}\t本科\t一级\t是\t小学\t语文\t2002年8月\t县级骨干",
            $"冯老师\t青禾县实验小学\tT002\t{RollWorld.IdOf(12, "19900315")}\t大专\t中小学二级教师\t否\t小学\t英语\t2012.07\t",
            $"陈老师\t青禾县第一初级中学\tT003\t{RollWorld.IdOf(13, "19751230")}\t硕士\t副高\t是\t初中\t物理\t1998-08\t市级",
            $"褚老师\t青禾县第九中学\tT004\t{RollWorld.IdOf(15, "19850505")}\t本科\t\t是\t初中\t数学\t2008-08\t", "")),
    ];

    /// <summary>Rooms: semicolons announced in the first line, units in the heads, UTF-8 with a mark.</summary>
    public static byte[] Rooms =>
    [
        .. Encoding.UTF8.GetPreamble(),
        .. Encoding.UTF8.GetBytes("sep=;\r\n学校名称;教室编号;用途;使用面积（平方米）;座位（个）;是否多媒体\r\n青禾县实验小学;A101;教室;67.5;45;有\r\n青禾县实验小学;A102;音乐教室;９６.２５;40;√\r\n" +
            "青禾县实验小学;A101;教室;67.5;45;有\r\n青禾县第一初级中学;B201;物理实验室;1,090.5;56;无\r\n青禾县第一初级中学;B202;不知道;80;0;无\r\n"),
    ];

    private static string Wide(string text) => string.Concat(text.Select(c => (char)(c + 0xFEE0)));

    private static byte[] Workbook((string Name, bool Hidden, string[] Rows, string Merged)[] before, (string Name, bool Hidden, string[] Rows, string Merged) sheet, string workbookPr = "")
    {
        (string Name, bool Hidden, string[] Rows, string Merged)[] sheets = [.. before, sheet];
        using var file = new MemoryStream();
        using (var package = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            var list = string.Concat(sheets.Index().Select(one => $"<sheet name=\"{one.Item.Name}\" sheetId=\"{one.Index + 1}\" r:id=\"r{one.Index}\"{(one.Item.Hidden ? " state=\"hidden\"" : "")}/>"));
            Put(package, "xl/workbook.xml", $"<workbook xmlns:r=\"r\"><workbookPr {workbookPr}/><sheets>{list}</sheets></workbook>");
            Put(package, "xl/_rels/workbook.xml.rels", $"<Relationships>{string.Concat(sheets.Index().Select(one => $"<Relationship Id=\"r{one.Index}\" Type=\"a/worksheet\" Target=\"worksheets/sheet{one.Index}.xml\"/>"))}<Relationship Id=\"s\" Type=\"a/styles\" Target=\"styles.xml\"/></Relationships>");
            Put(package, "xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            foreach (var (index, one) in sheets.Index())
                Put(package, $"xl/worksheets/sheet{index}.xml", $"<worksheet><sheetData>{string.Concat(one.Rows.Index().Select(row => Row(row.Index + 1, row.Item)))}</sheetData><mergeCells>{string.Concat(one.Merged.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(area => $"<mergeCell ref=\"{area}\"/>"))}</mergeCells></worksheet>");
        }
        return file.ToArray();
    }

    /// <summary>A row that begins with ! is hidden; a cell that begins with # is a day by its number.</summary>
    private static string Row(int number, string row)
    {
        var hidden = row.StartsWith('!') ? " hidden=\"1\"" : "";
        var cells = row.TrimStart('!').Split('|').Index().Where(cell => cell.Item.Length > 0).Select(cell => Cell($"{(char)('A' + cell.Index)}{number.ToString(CultureInfo.InvariantCulture)}", cell.Item));
        return $"<row r=\"{number}\"{hidden}>{string.Concat(cells)}</row>";
    }

    private static string Cell(string name, string text) => text.StartsWith('#') ? $"<c r=\"{name}\" s=\"1\"><v>{text[1..]}</v></c>" : $"<c r=\"{name}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>";

    private static void Put(ZipArchive package, string path, string text)
    {
        using var part = package.CreateEntry(path).Open();
        part.Write(Encoding.UTF8.GetBytes(text));
    }
}
