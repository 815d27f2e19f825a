using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Shuren.Organization.ReadAudit;

/// <summary>Addresses of the audit's pages, relative to the district's.</summary>
internal static class AuditLinks
{
    public const string Verify = "organization/audit/verify";
    public const string Checkpoint = "organization/audit/checkpoint.json";

    /// <summary>The audit with a filter, from a block downwards.</summary>
    public static string Page(string? kind, string? who, DateOnly? from, DateOnly? until, Guid? thing, bool seen, long? before)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in ((string, string?)[])[("kind", kind), ("who", who), ("from", from?.ToString("O", CultureInfo.InvariantCulture)), ("until", until?.ToString("O", CultureInfo.InvariantCulture)),
            ("thing", thing?.ToString("N")), ("seen", seen ? "true" : null), ("before", before?.ToString(CultureInfo.InvariantCulture))])
        {
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        }
        return OrganizationLinks.Audit + query;
    }
}
