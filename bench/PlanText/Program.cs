// How long a 20-page plan takes to read after warm-up, against the limit of 50 ms and against merely splitting it into sentences.
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Shuren.PlanText;

const int Pages = 20;
const int CharactersAPage = 22 * 28; // GB/T 9704: 22 lines of 28 characters
const int Runs = 200;
const double LimitMilliseconds = 50;

var sample = File.ReadAllText(args.Length > 0 ? args[0] : "samples/qinghe/plan-2026.txt");
var text = string.Concat(Enumerable.Repeat(sample + "\n", Pages * CharactersAPage / sample.Length + 1))[..(Pages * CharactersAPage)];
var source = SourceText.FromPlainText(text);
var sentences = new Regex("[^。；！？\n]+[。；！？\n]");

var reading = Median(() => PlanReader.Read(source));
var splitting = Median(() => sentences.Count(text));

Console.WriteLine($"machine    {Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}");
Console.WriteLine($"document   {Pages} pages, {text.Length} characters, {PlanReader.Read(source).Tasks.Count} tasks");
Console.WriteLine($"reading    {reading:F2} ms (median of {Runs})   {reading / LimitMilliseconds:F2} of the limit of {LimitMilliseconds} ms");
Console.WriteLine($"splitting  {splitting:F2} ms by one regular expression   reading takes {reading / splitting:F1} times as long");
return reading <= LimitMilliseconds ? 0 : 1;

static double Median(Func<object> act)
{
    var times = new double[Runs];
    for (var run = -Runs / 4; run < Runs; run++)
    {
        var started = Stopwatch.GetTimestamp();
        _ = act();
        if (run >= 0)
            times[run] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
    Array.Sort(times);
    return times[Runs / 2];
}
