using System.IO.Compression;
using System.Xml;

namespace Shuren.Documents.Streaming.Xlsx;

/// <summary>The parts of a package and how they name one another.</summary>
internal sealed class Parts(ZipArchive package)
{
    private readonly Dictionary<string, ZipArchiveEntry> entries = package.Entries.GroupBy(e => e.FullName.Replace('\\', '/').TrimStart('/'), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Opens a part; null where the package does not have it.</summary>
    internal XmlReader? Open(string path) => entries.TryGetValue(path, out var entry) ? XmlReader.Create(entry.Open(), Settings) : null;

    /// <summary>The parts that a part names, by the id of the relation.</summary>
    internal IReadOnlyList<(string Id, string Type, string Path)> RelationsOf(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        using var xml = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        var relations = new List<(string, string, string)>();
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("Target") is { } target)
                relations.Add((xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, target)));
        }
        return relations;
    }

    /// <summary>A part by the last word of its relation's type: Excel, WPS and the strict form of the standard have different words before it.</summary>
    internal string? Related(string part, string type) => RelationsOf(part).FirstOrDefault(r => r.Type.EndsWith("/" + type, StringComparison.OrdinalIgnoreCase)).Path;

    private static string Resolve(string folder, string target)
    {
        var steps = new Stack<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
                steps.TryPop(out _);
            else if (step != ".")
                steps.Push(step);
        }
        return string.Join('/', steps.Reverse());
    }

    // No document type: entities that grow (billion laughs) end the reading.
    private static XmlReaderSettings Settings => new() { CloseInput = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };
}
