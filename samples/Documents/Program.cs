// The engine alone: a breakdown table as a Word document by GB/T 9704 and as a workbook.
using Shuren.Documents.Breakdowns;

var breakdown = new Breakdown("青禾县2026年教育工作要点任务分解表",
[
    new("1.1", "坚持党建引领", "完成全县中小学校议事规则修订", "组织人事科", ["办公室", "督导室"], "6月底前", [], ""),
    new("2.1", "扩优提质", "新建、改扩建公办幼儿园4所", "规划财务科", ["基础教育科"], "12月底前", ["新建、改扩建公办幼儿园 4所"], ""),
])
{ Bureau = "青禾县教育局" };

await using (var word = File.Create("breakdown.docx"))
    BreakdownDocument.Write(word, breakdown);
await using (var excel = File.Create("breakdown.xlsx"))
    BreakdownWorkbook.Write(excel, breakdown);
