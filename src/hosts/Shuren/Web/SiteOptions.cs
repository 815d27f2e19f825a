using Shuren.Host.Web.Api;

namespace Shuren.Host.Web;

/// <summary>What a site needs to know to start.</summary>
/// <param name="Database">A folder (SQLite) or a PostgreSQL connection string.</param>
/// <param name="DataFolder">Where files and the keys of sessions lie.</param>
/// <param name="Urls">Addresses to listen on, separated by semicolons.</param>
/// <param name="Clock">The clock; null is the machine's.</param>
/// <param name="Log">Where the log goes; null is standard error.</param>
/// <param name="Api">How much the API takes; null is 600 requests a minute.</param>
public sealed record SiteOptions(string Database, string DataFolder, string Urls, TimeProvider? Clock = null, TextWriter? Log = null, ApiLimits? Api = null);
