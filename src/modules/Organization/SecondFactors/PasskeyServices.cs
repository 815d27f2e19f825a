using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.Model;

namespace Shuren.Organization.SecondFactors;

/// <summary>Registers the framework's passkey handler over the room's own tables (docs/decisions/0065).</summary>
internal static class PasskeyServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddIdentityCore<Account>();
        services.AddScoped<PasskeyStore>();
        services.AddScoped<IUserStore<Account>>(provider => provider.GetRequiredService<PasskeyStore>());
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // The key stands for both factors, and it is found without a name.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
    }
}
