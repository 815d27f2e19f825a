namespace Shuren.Kernel.Identifiers;

/// <summary>What is wrong with an identifier. Rolls warn of it and keep the value: real codes in use fail checks that they should pass.</summary>
public enum IdentifierFault
{
    /// <summary>It has another length than the standard says.</summary>
    Length,

    /// <summary>A character that may not stand there; full-width digits and small letters are for the reader of the file to mend first.</summary>
    Characters,

    /// <summary>The first letter or the category is none of the standard's.</summary>
    Kind,

    /// <summary>No province has that number. Counties that are no more are no fault: their numbers stay valid.</summary>
    Province,

    /// <summary>The date of birth is no day.</summary>
    Date,

    /// <summary>The check digit is another.</summary>
    CheckDigit,
}
