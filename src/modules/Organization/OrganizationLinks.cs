namespace Shuren.Organization;

/// <summary>Addresses of the room's pages, relative to the district's.</summary>
internal static class OrganizationLinks
{
    public const string Units = "organization/units";
    public const string Accounts = "organization/accounts";
    public const string Account = "account";
    public const string Delegations = "account/delegations";
    public const string AllDelegations = "organization/delegations";
    public const string Calendar = "organization/calendar";
    public const string SchoolYears = "organization/school-years";
    public const string Groups = "organization/groups";
    public const string Links = "organization/links";
    public const string Excel = "organization/excel";
    public const string AccountsExcel = "organization/accounts/excel";
    public const string Rights = "organization/rights";
    public const string Grants = "organization/roles";
    public const string Audit = "organization/audit";
    public const string Search = "search";
    public const string Files = "organization/files";
    public const string Above = "organization/above";
    public const string GrantAbove = "organization/above/grant";
    public const string Below = "organization/below";
    public const string Jobs = "organization/jobs";
    public const string Notices = "notices";
    public const string NoticeSettings = "notices/settings";
    public const string SecondFactor = "account/second-factor";

    public const string Recovery = "account/recovery";
    public const string ConfirmRecovery = "account/recovery/confirm";
    public const string Recover = "sign-in/recover";

    public const string Tokens = "account/tokens";

    public const string TodoRequests = "todo/requests";
    public const string TodoPeople = "todo/people";

    /// <summary>The to-do list.</summary>
    public const string Home = "";

    public static string RevokeAbove(Guid grant) => $"{Above}/{grant:N}/revoke";

    public static string Job(Guid job) => $"{Jobs}/{job:N}";

    public static string CancelJob(Guid job) => $"{Jobs}/{job:N}/cancel";

    /// <summary>Asking others about a to-do; as handover, countersign or opinion.</summary>
    public static string ShareTodo(string about, string kind = "") => $"todo/share?about={Uri.EscapeDataString(about)}{(kind == "" ? "" : $"&as={kind}")}";

    /// <summary>What waits for somebody else.</summary>
    public static string TodosOf(Guid account) => $"{TodoPeople}/{account:N}";

    public static string TodoRequest(Guid request) => $"{TodoRequests}/{request:N}";

    public static string WithdrawRequest(Guid request) => $"{TodoRequests}/{request:N}/withdraw";

    /// <summary>Marks a notice as read and leads to its thing.</summary>
    public static string Notice(Guid notice) => $"{Notices}/{notice:N}";

    /// <summary>A unit's page.</summary>
    public static string Unit(Guid unit) => $"{Units}/{unit:N}";

    /// <summary>A school group's page.</summary>
    public static string Group(Guid group) => $"{Groups}/{group:N}";

    /// <summary>The calendar of a year.</summary>
    public static string CalendarOf(int year) => $"{Calendar}?year={year}";

    public static string AccountFile(Guid id) => $"organization/accounts/{id:N}";

    public static string AccountAct(Guid id, string act) => $"organization/accounts/{id:N}/{act}";

    public static string Right(string right) => $"organization/rights/{right}";
}
