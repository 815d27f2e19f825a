using Shuren.PlanText.Structure;
using Shuren.PlanText.Targets;

namespace Shuren.PlanText;

/// <summary>Reads a work plan: from a document's text to sections, tasks and targets with their places.</summary>
public static class PlanReader
{
    /// <summary>Reads a text. Never throws on any input; a text that is no plan gives an empty reading.</summary>
    /// <example><code>var reading = PlanReader.Read(SourceText.FromPlainText(text));</code></example>
    public static WorkPlanReading Read(SourceText source)
    {
        var structure = StructureReader.Read(source);
        return structure.Reading with { Targets = TargetReader.Read(source, structure.Sentences, structure.Reading.Year, structure.Reading.EndYear), Framework = FrameworkNames.Find(source, structure.Sentences) };
    }
}
