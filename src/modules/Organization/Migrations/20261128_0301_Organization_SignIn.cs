using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Organization.Migrations;

/// <summary>Sessions, failed sign-ins, second factors, and how a person can be reached.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261128_0301_Organization_SignIn")]
internal sealed class OrganizationSignIn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("phone", "organization_accounts", nullable: true);
        migrationBuilder.AddColumn<string>("email", "organization_accounts", nullable: true);
        Sessions(migrationBuilder);
        SecondFactors(migrationBuilder);
    }

    private static void Sessions(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_sign_in_sessions", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            stamp = table.Column<Guid>(),
            began_at = table.Column<DateTime>(),
            address = table.Column<string>(),
            device = table.Column<string>(),
            second_factor = table.Column<string>(),
            ended_at = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_sign_in_sessions", row => row.id);
            table.ForeignKey("FK_organization_sign_in_sessions_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_sign_in_sessions_account_id", "organization_sign_in_sessions", "account_id");

        migrationBuilder.CreateTable("organization_sign_in_attempts", table => new
        {
            id = table.Column<Guid>(),
            at = table.Column<DateTime>(),
            name_mark = table.Column<string>(),
            password_mark = table.Column<string>(),
            address = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_sign_in_attempts", row => row.id);
        });
        migrationBuilder.CreateIndex("IX_organization_sign_in_attempts_name_mark_at", "organization_sign_in_attempts", ["name_mark", "at"]);
        migrationBuilder.CreateIndex("IX_organization_sign_in_attempts_address_at", "organization_sign_in_attempts", ["address", "at"]);
        migrationBuilder.CreateIndex("IX_organization_sign_in_attempts_password_mark_at", "organization_sign_in_attempts", ["password_mark", "at"]);

        migrationBuilder.CreateTable("organization_sign_in_policies", table => new
        {
            id = table.Column<Guid>(),
            second_factor_roles = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_sign_in_policies", row => row.id);
        });

        migrationBuilder.CreateTable("organization_recovery_requests", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            at = table.Column<DateTime>(),
            answered_at = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_recovery_requests", row => row.id);
            table.ForeignKey("FK_organization_recovery_requests_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_recovery_requests_account_id", "organization_recovery_requests", "account_id");
    }

    private static void SecondFactors(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("organization_authenticators", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            secret = table.Column<string>(),
            added_at = table.Column<DateTime>(),
            last_step = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_authenticators", row => row.id);
            table.ForeignKey("FK_organization_authenticators_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_authenticators_account_id", "organization_authenticators", "account_id");

        migrationBuilder.CreateTable("organization_recovery_codes", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            code_mark = table.Column<string>(),
            used_at = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_recovery_codes", row => row.id);
            table.ForeignKey("FK_organization_recovery_codes_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_recovery_codes_account_id", "organization_recovery_codes", "account_id");

        migrationBuilder.CreateTable("organization_passkeys", table => new
        {
            id = table.Column<Guid>(),
            account_id = table.Column<Guid>(),
            credential_key = table.Column<string>(),
            public_key = table.Column<string>(),
            name = table.Column<string>(),
            added_at = table.Column<DateTime>(),
            uses = table.Column<long>(),
            transports = table.Column<string>(),
            is_user_verified = table.Column<bool>(),
            is_backup_eligible = table.Column<bool>(),
            is_backed_up = table.Column<bool>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_organization_passkeys", row => row.id);
            table.ForeignKey("FK_organization_passkeys_organization_accounts_account_id", row => row.account_id, "organization_accounts", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_organization_passkeys_account_id", "organization_passkeys", "account_id");
        migrationBuilder.CreateIndex("IX_organization_passkeys_credential_key", "organization_passkeys", "credential_key", unique: true);
    }
}
