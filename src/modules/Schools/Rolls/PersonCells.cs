using Shuren.Kernel.Identifiers;
using Shuren.Platform.Exchange;

namespace Shuren.Schools.Rolls;

/// <summary>What pupils and teachers have in common: who somebody is.</summary>
internal sealed class PersonCells(RollSheet roll)
{
    /// <summary>Code of the resident identity card among the kinds of documents.</summary>
    private const string Resident = "1";

    private readonly (int Kind, int Number, int Sex, int Born) at = (roll.IndexOf("id_kind"), roll.IndexOf("id_number"), roll.IndexOf("sex"), roll.IndexOf("born_on"));

    /// <summary>Holds an identity number against the standard, the date of birth and the sex, and fills these in where the cells are empty.</summary>
    public void Check(RollRow row, DateOnly today)
    {
        var number = row.Text(at.Number);
        if (number.Length > 0 && (row.Text(at.Kind) is "" or Resident))
            CheckCitizen(row, number);
        if (!row.Has(at.Sex))
            row.Refuse("sex", "CellEmpty", roll.Columns[at.Sex].Head);
        if (!row.Has(at.Born))
            row.Refuse("born_on", "CellEmpty", roll.Columns[at.Born].Head);
        else if (row.Get<DateOnly>(at.Born) is var born && (born > today || born.Year < today.Year - 100))
            row.Refuse("born_on", "RollBornUnlikely", born.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private void CheckCitizen(RollRow row, string number)
    {
        var fault = CitizenNumber.FaultOf(number);
        // There are cards with a wrong check digit: the row goes in, and somebody looks at it.
        if (fault is IdentifierFault.CheckDigit)
            row.Warn("id_number", "RollIdCheckDigit", number);
        else if (fault is not null)
        {
            row.Refuse("id_number", $"RollId{fault}", number);
            return;
        }
        var (born, sex) = (CitizenNumber.BornOn(number)!.Value, CitizenNumber.IsMale(number)!.Value ? "Male" : "Female"); // whose form is right has both
        row.Fill(at.Kind, Resident);
        row.Fill(at.Born, born);
        row.Fill(at.Sex, sex);
        if (row.Get<DateOnly>(at.Born) != born)
            row.Refuse("born_on", "RollBornDiffers", born.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (row.Text(at.Sex) is var said && said != sex)
            row.Refuse("sex", "RollSexDiffers", RollBook.Codes["sex"].OfValue(sex)!.Name);
    }
}
