using Shuren.Kernel;
using Shuren.Planning.ImportPlan;

namespace Shuren.Planning.EditReading;

/// <summary>How much was read, in one line: 6个部分，48项任务，37个目标.</summary>
internal static class ReadingCounts
{
    public static string Of(PlanReading reading) =>
        Sentences.Filled(ImportText.Counts, reading.Sections.Count(section => section.IsPlan && section.Level == 1), reading.Standing.Count(), reading.TargetCount);
}
