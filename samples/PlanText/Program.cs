// The engine alone: a published plan in, tasks with owner, date and numbers out.
using Shuren.PlanText;
using Shuren.PlanText.Sources;

await using var file = File.OpenRead(args.Length > 0 ? args[0] : "samples/qinghe/plan-2026.txt");
var source = await SourceReader.ReadAsync(file, file.Name, SourceLimits.Default, CancellationToken.None);
if (!source.Succeeded)
{
    Console.Error.WriteLine(source.Problem.Chinese);
    return 1;
}
var plan = PlanReader.Read(source.Text);
Console.WriteLine($"{plan.Title} ({plan.Year})");
foreach (var task in plan.Tasks)
{
    Console.WriteLine($"{task.Place.Line,4}  {task.Text}  {task.Lead} {task.DueDate:yyyy-MM-dd}");
    foreach (var target in plan.Targets.Where(target => target.Task == task.Id))
        Console.WriteLine($"        {target.Indicator} {target.Comparator} {target.Value}{target.Unit}");
}
return 0;
