using FsCheck;
using FsCheck.Fluent;
using Shuren.Kernel.Identifiers;

namespace Shuren.Rooms.Tests.Kernel.Identifiers;

/// <summary>Numbers printed in the standards and reckoned by hand are the witnesses; the properties are those that the standards promise of their check digits.</summary>
public class IdentifierTests
{
    [Theory]
    [InlineData("11010519491231002X")] // GB 11643-1999, annex A
    [InlineData("440524188001010014")] // GB 11643-1999, annex A
    [InlineData("999999201501010012")]
    [InlineData("999999201508311125")]
    [InlineData("999999201509012047")]
    [InlineData("999999201402283330")]
    [InlineData("99999920160229101X")]
    [InlineData("653123201501010010", IdentifierFault.CheckDigit)]
    [InlineData("999999201501010010", IdentifierFault.CheckDigit)]
    [InlineData("99999920150229001X", IdentifierFault.Date)]
    [InlineData("989998201501010012", IdentifierFault.Province)]
    [InlineData("11010519491231002", IdentifierFault.Length)]
    [InlineData("11010519491231002x", IdentifierFault.Characters)]
    [InlineData("１1010519491231002X", IdentifierFault.Characters)]
    public void A_citizen_number(string number, IdentifierFault? fault = null) => Assert.Equal(fault, CitizenNumber.FaultOf(number));

    [Fact]
    public void A_citizen_number_says_when_its_owner_was_born_and_of_which_sex()
    {
        Assert.Equal(new DateOnly(1949, 12, 31), CitizenNumber.BornOn("11010519491231002X"));
        Assert.False(CitizenNumber.IsMale("11010519491231002X"));
        Assert.True(CitizenNumber.IsMale("999999201402283330"));
        Assert.Null(CitizenNumber.BornOn("1101051949"));
    }

    // ISO 7064 MOD 11-2 finds every single wrong digit and every two neighbours that changed places.
    [Fact]
    public void A_wrong_digit_or_two_that_changed_places_are_found()
    {
        var numbers = from digits in Gen.Choose(0, 9).ListOf(17) select string.Concat(digits);
        Prop.ForAll(numbers.ToArbitrary(), body =>
        {
            var check = CitizenNumber.CheckDigitOf(body);
            for (var at = 0; at < 17; at++)
            {
                var wrong = body.ToCharArray();
                wrong[at] = (char)('0' + (wrong[at] - '0' + 1) % 10);
                Assert.NotEqual(check, CitizenNumber.CheckDigitOf(wrong));
                if (at == 16 || body[at] == body[at + 1])
                    continue;
                var swapped = body.ToCharArray();
                (swapped[at], swapped[at + 1]) = (swapped[at + 1], swapped[at]);
                Assert.NotEqual(check, CitizenNumber.CheckDigitOf(swapped));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("G999999201508311125")]
    [InlineData("J999999201509010076")]
    [InlineData("L999999201509014821")]
    [InlineData("G999999201508311120", IdentifierFault.CheckDigit)]
    [InlineData("X999999201508311125", IdentifierFault.Kind)]
    [InlineData("G99999920150831112", IdentifierFault.Length)]
    [InlineData("L999999201513014821", IdentifierFault.Date)]
    [InlineData("L99999920150901482X", IdentifierFault.Characters)]
    public void A_pupil_number(string number, IdentifierFault? fault = null) => Assert.Equal(fault, PupilNumber.FaultOf(number));

    [Theory]
    [InlineData("2111999999")]
    [InlineData("1144999998")]
    [InlineData("2199000001", IdentifierFault.Province)]
    [InlineData("2183000001", IdentifierFault.Province)]
    [InlineData("2311000001", IdentifierFault.Kind)]
    [InlineData("211199999", IdentifierFault.Length)]
    [InlineData("21119999９9", IdentifierFault.Characters)]
    public void A_school_code(string code, IdentifierFault? fault = null) => Assert.Equal(fault, SchoolCode.FaultOf(code));

    [Theory]
    [InlineData("91350100M000100Y43")] // GB 32100-2015, annex A
    [InlineData("12999999000000000M")]
    [InlineData("12999999123456788W")]
    [InlineData("52999999MJ0000018Y")]
    [InlineData("91999999A0000002XX")]
    [InlineData("129999990000000000", IdentifierFault.CheckDigit)]
    [InlineData("91350100M000100Y4Z", IdentifierFault.Characters)]
    [InlineData("14999999000000000M", IdentifierFault.Kind)]
    public void A_credit_code(string code, IdentifierFault? fault = null) => Assert.Equal(fault, CreditCode.FaultOf(code));

    [Theory]
    [InlineData("M000100Y4")]
    [InlineData("000000000")]
    [InlineData("123456788")]
    [InlineData("MJ0000018")]
    [InlineData("A0000002X")]
    [InlineData("A00000021", IdentifierFault.CheckDigit)]
    [InlineData("A0000002", IdentifierFault.Length)]
    [InlineData("a0000002X", IdentifierFault.Characters)]
    public void An_organisation_code(string code, IdentifierFault? fault = null) => Assert.Equal(fault, OrganisationCode.FaultOf(code));

    [Fact]
    public void Nothing_that_is_typed_breaks_a_check() => Prop.ForAll<NonNull<string>>(typed =>
    {
        CitizenNumber.FaultOf(typed.Get);
        PupilNumber.FaultOf(typed.Get);
        SchoolCode.FaultOf(typed.Get);
        CreditCode.FaultOf(typed.Get);
        OrganisationCode.FaultOf(typed.Get);
    }).QuickCheckThrowOnFailure();
}
