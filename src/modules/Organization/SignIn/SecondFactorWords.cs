namespace Shuren.Organization.SignIn;

/// <summary>What was shown beside the password, in words.</summary>
internal static class SecondFactorWords
{
    public static string Of(string factor) => factor switch
    {
        "totp" => PeopleText.FactorTotp,
        "recovery-code" => PeopleText.FactorRecoveryCode,
        "passkey" => PeopleText.FactorPasskey,
        _ => PeopleText.FactorNone,
    };
}
