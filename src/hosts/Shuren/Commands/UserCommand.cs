using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.ManageAccounts;
using Shuren.Platform.Rights;

namespace Shuren.Host.Commands;

/// <summary><c>shuren user add NAME --role R --unit U</c>.</summary>
internal static class UserCommand
{
    public static Command Create()
    {
        var command = new Command("user", "Accounts. 账号。");
        command.Subcommands.Add(Add());
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
}
