namespace Shuren.Organization.DelegateRights;

/// <summary>What is typed to lend a role.</summary>
public sealed class DelegateForm
{
    /// <summary>The holding that is lent.</summary>
    public Guid? Holding { get; set; }

    /// <summary>To whom.</summary>
    public Guid? To { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Why.</summary>
    public string? Reason { get; set; }
}

/// <summary>Which delegation is begun, left or taken back.</summary>
public sealed class PickDelegationForm
{
    /// <summary>The delegation; empty for one's own roles.</summary>
    public Guid? Id { get; set; }
}
