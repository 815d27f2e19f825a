using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;
using Shuren.Platform.Data;

namespace Shuren.Organization;

/// <summary>The room's key to the database.</summary>
internal sealed class OrganizationDb(ShurenDb house)
{
    public DbSet<Unit> Units => house.Set<Unit>();
    public DbSet<UnitDuty> Duties => house.Set<UnitDuty>();
    public DbSet<GroupMembership> Memberships => house.Set<GroupMembership>();
    public DbSet<Account> Accounts => house.Set<Account>();
    public DbSet<RoleHolding> Holdings => house.Set<RoleHolding>();
    public DbSet<Delegation> Delegations => house.Set<Delegation>();
    public DbSet<UnitSpan> UnitSpans => house.Set<UnitSpan>();
    public DbSet<UnitEvent> UnitEvents => house.Set<UnitEvent>();
    public DbSet<SchoolGroup> SchoolGroups => house.Set<SchoolGroup>();
    public DbSet<UnitPost> Posts => house.Set<UnitPost>();
    public DbSet<PostHolding> PostHoldings => house.Set<PostHolding>();
    public DbSet<SchoolLink> SchoolLinks => house.Set<SchoolLink>();
    public DbSet<CalendarYear> CalendarYears => house.Set<CalendarYear>();
    public DbSet<CalendarDay> CalendarDays => house.Set<CalendarDay>();
    public DbSet<SchoolYear> SchoolYears => house.Set<SchoolYear>();
    public DbSet<Term> Terms => house.Set<Term>();
    public DbSet<ActingInName> ActingInNames => house.Set<ActingInName>();
    public DbSet<RoleProposal> Proposals => house.Set<RoleProposal>();
    public DbSet<RoleRight> RoleRights => house.Set<RoleRight>();
    public DbSet<SignInSession> Sessions => house.Set<SignInSession>();
    public DbSet<SignInAttempt> Attempts => house.Set<SignInAttempt>();
    public DbSet<SignInTry> Tries => house.Set<SignInTry>();
    public DbSet<SessionSight> SessionSights => house.Set<SessionSight>();
    public DbSet<RecoveryAddress> RecoveryAddresses => house.Set<RecoveryAddress>();
    public DbSet<MailedLink> MailedLinks => house.Set<MailedLink>();
    public DbSet<SignInPolicy> SignInPolicies => house.Set<SignInPolicy>();
    public DbSet<RecoveryRequest> RecoveryRequests => house.Set<RecoveryRequest>();
    public DbSet<Authenticator> Authenticators => house.Set<Authenticator>();
    public DbSet<RecoveryCode> RecoveryCodes => house.Set<RecoveryCode>();
    public DbSet<Passkey> Passkeys => house.Set<Passkey>();

    public DbSet<AccessToken> AccessTokens => house.Set<AccessToken>();
    public DbSet<AccessTokenUse> AccessTokenUses => house.Set<AccessTokenUse>();

    public DbSet<TodoRequest> TodoRequests => house.Set<TodoRequest>();
    public DbSet<TodoReply> TodoReplies => house.Set<TodoReply>();
    public DbSet<Nudge> Nudges => house.Set<Nudge>();
    public DbSet<TodoNudge> TodoNudges => house.Set<TodoNudge>();

    /// <summary>Counts a change of a row to which others belong, so that two who change those at once see each other.</summary>
    public void Touch(object row) => house.Entry(row).State = EntityState.Modified;

    public Task SaveAsync(CancellationToken ct) => house.SaveAsync(ct);
}
