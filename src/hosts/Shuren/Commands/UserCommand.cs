using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization;
using Shuren.Organization.GrantRoles;
using Shuren.Organization.ManageAccounts;
using Shuren.Platform.Rights;

namespace Shuren.Host.Commands;

/// <summary><c>shuren user add NAME --role R --unit U</c>, <c>shuren user reset NAME</c>.</summary>
internal static class UserCommand
{
    public static Command Create()
    {
        var command = new Command("user", "Accounts. 账号。");
        command.Subcommands.Add(Add());
        command.Subcommands.Add(Reset());
        return command;
    }

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "The name typed at sign-in. 账号。" };
        var role = new Option<string>("--role") { Description = $"One of: {string.Join(", ", Roles.All)}. 角色。", Required = true };
        var unit = new Option<string>("--unit") { Description = "Unit where the role is held: name or id. 单位名称。", Required = true };
        var shown = new Option<string?>("--name") { Description = "The name as shown; default: NAME. 姓名。" };
        var (database, district, json) = (DatabaseOptions.Database(), DatabaseOptions.District(), DatabaseOptions.AsJson());
        var command = new Command("add", "Add an account; prints its one-time password once. 添加账号，一次性密码只显示这一次。") { name, role, unit, shown, database, district, json };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            var added = await services.GetRequiredService<AddAccount>().RunAsync(parsed.GetRequiredValue(name), parsed.GetValue(shown) ?? "", parsed.GetRequiredValue(role), parsed.GetRequiredValue(unit), ct);
            if (!added.Succeeded)
                return DatabaseOptions.Refuse(services, added.Refusals);
            Console.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { id = added.Value.Id, name = added.Value.SignInName, oneTimePassword = added.Value.OneTimePassword }, DatabaseOptions.Json)
                : $"{added.Value.SignInName}  {added.Value.OneTimePassword}");
            return ExitCodes.Success;
        }, ct));
        return command;
    }

    // The way back when the last administrator is locked out: who may run commands on the machine may do everything anyway, and it stands in the audit.
    private static Command Reset()
    {
        var name = new Argument<string>("NAME") { Description = "The name typed at sign-in. 账号。" };
        var factors = new Option<bool>("--second-factors") { Description = "Take lost second factors away too. 同时清除两步验证。" };
        var (database, district) = (DatabaseOptions.Database(), DatabaseOptions.District());
        var command = new Command("reset", "Give an account a new one-time password, printed once. 重置密码，一次性密码只显示这一次。") { name, factors, database, district };
        command.SetAction((parsed, ct) => DatabaseOptions.InDistrictAsync(parsed.GetRequiredValue(database), parsed.GetRequiredValue(district), async services =>
        {
            var wanted = AccountNames.Normal(parsed.GetRequiredValue(name));
            var account = await services.GetRequiredService<OrganizationDb>().Accounts.Where(row => row.SignInName == wanted).Select(row => row.Id).FirstOrDefaultAsync(ct);
            var reset = await services.GetRequiredService<ResetPassword>().RunAsync(account, ct);
            if (!reset.Succeeded)
                return DatabaseOptions.Refuse(services, reset.Refusals);
            if (parsed.GetValue(factors))
                await services.GetRequiredService<RemoveFactors>().RunAsync(account, "shuren user reset", ct);
            Console.WriteLine($"{wanted}  {reset.Value}");
            return ExitCodes.Success;
        }, ct));
        return command;
    }
}
