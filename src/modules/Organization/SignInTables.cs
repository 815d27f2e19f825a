using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;

namespace Shuren.Organization;

/// <summary>The tables of sessions, failed sign-ins, second factors and access tokens.</summary>
internal static class SignInTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<SignInSession>(session =>
        {
            session.ToTable("organization_sign_in_sessions");
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SignInAttempt>(attempt =>
        {
            attempt.ToTable("organization_sign_in_attempts");
            attempt.HasIndex(a => new { a.NameMark, a.At });
            attempt.HasIndex(a => new { a.Address, a.At });
            attempt.HasIndex(a => new { a.PasswordMark, a.At });
        });
        model.Entity<SignInTry>(one => one.ToTable("organization_sign_in_tries"));
        model.Entity<SessionSight>(sight =>
        {
            sight.ToTable("organization_session_sights");
            sight.Property(s => s.Id).ValueGeneratedNever();
        });
        model.Entity<RecoveryAddress>(address =>
        {
            address.ToTable("organization_recovery_addresses");
            address.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<MailedLink>(link =>
        {
            link.ToTable("organization_mailed_links");
            link.HasIndex(l => l.Mark).IsUnique();
            link.HasIndex(l => l.AccountId);
        });
        model.Entity<SignInPolicy>(policy => policy.ToTable("organization_sign_in_policies"));
        model.Entity<RecoveryRequest>(request =>
        {
            request.ToTable("organization_recovery_requests");
            request.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Authenticator>(authenticator =>
        {
            authenticator.ToTable("organization_authenticators");
            authenticator.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.ToTable("organization_recovery_codes");
            code.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AccessToken>(token =>
        {
            token.ToTable("organization_access_tokens");
            token.HasIndex(t => t.Hash).IsUnique();
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<AccessTokenUse>(use =>
        {
            use.ToTable("organization_access_token_uses");
            use.Property(u => u.Id).ValueGeneratedNever();
        });
        model.Entity<Passkey>(passkey =>
        {
            passkey.ToTable("organization_passkeys");
            passkey.HasIndex(p => p.CredentialKey).IsUnique();
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
