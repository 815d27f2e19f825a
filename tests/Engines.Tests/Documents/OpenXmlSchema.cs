using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Shuren.Engines.Tests.Documents;

/// <summary>The schema that Word and Excel hold a file to.</summary>
internal static class OpenXmlSchema
{
    internal static void AssertValidWorkbook(MemoryStream file)
    {
        file.Position = 0;
        using var package = SpreadsheetDocument.Open(file, isEditable: false);
        AssertValid(package);
    }

    internal static void AssertValidDocument(MemoryStream file)
    {
        file.Position = 0;
        using var package = WordprocessingDocument.Open(file, isEditable: false);
        AssertValid(package);
    }

    private static void AssertValid(OpenXmlPackage package)
    {
        var errors = new OpenXmlValidator(FileFormatVersions.Office2016).Validate(package);
        Assert.Empty(errors.Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }
}
