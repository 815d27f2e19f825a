using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;

namespace Shuren.Platform.Notices;

/// <summary>One letter to one address, such as a link that only its reader may have.</summary>
/// <param name="Id">Makes the Message-ID.</param>
/// <param name="To">The address.</param>
/// <param name="Language">The reader's.</param>
/// <param name="Title">The subject, and the words of the link.</param>
/// <param name="Why">One line more.</param>
/// <param name="Href">Where to go, relative to the district.</param>
public sealed record Letter(Guid Id, string To, string Language, Sentence Title, Sentence Why, string Href);

/// <summary>Writes notices as one e-mail in the reader's language and hands it to the mail server.</summary>
public sealed class Postman(NoticeOptions options, CurrentDistrict district, RefusalWords words, ShurenDb db, TimeProvider time)
{
    /// <summary>Where the settings stand, relative to the district.</summary>
    public const string SettingsHref = "notices/settings";

    /// <summary>Whether letters can be sent that lead to this site: it has a mail server and knows its own address.</summary>
    public bool CanLink => options is { Mail: not null, PublicAddress: not null };

    /// <summary>The language in which a person wants letters.</summary>
    public async Task<string> LanguageOfAsync(Guid account, CancellationToken ct) =>
        await db.Set<NoticeSettings>().Where(row => row.AccountId == account).Select(row => row.Language).FirstOrDefaultAsync(ct) ?? NoticeSettings.DefaultLanguage;

    /// <summary>Sends one letter.</summary>
    /// <returns>Done, or <c>MailNotSet</c>, <c>MailRefused</c> with the server's reply.</returns>
    public async Task<Outcome<Done>> WriteAsync(Letter letter, CancellationToken ct) => options.Mail is not { } server
        ? new Refusal("MailNotSet")
        : await SendAsync(server, letter.To, InLanguage(letter.Language, () =>
        {
            var line = new MailLine(letter.Title.In(words), letter.Why.In(words), Whole(letter.Href));
            return Text(server).Write(letter.Id, letter.To, line.Title, [line], new Sentence("MailLetterFoot", district.Name).In(words), null, time.GetLocalNow());
        }), ct);

    /// <param name="id">The id of the delivery or digest.</param>
    /// <param name="wishes">Whose settings.</param>
    /// <param name="notices">What is told, in order.</param>
    /// <param name="isDigest">Whether the subject counts instead of quoting.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Done, or <c>MailNotSet</c>, <c>MailRefused</c> with the server's reply.</returns>
    internal async Task<Outcome<Done>> SendAsync(Guid id, NoticeSettings wishes, IReadOnlyList<Notice> notices, bool isDigest, CancellationToken ct)
    {
        if (options.Mail is not { } server)
            return new Refusal("MailNotSet");
        if (wishes.Email is not { } address)
            return new Refusal("MailNoAddress");
        return await SendAsync(server, address, InLanguage(wishes.Language, () => Write(server, id, address, notices, isDigest)), ct);
    }

    private static async Task<Outcome<Done>> SendAsync(MailServer server, string address, string message, CancellationToken ct)
    {
        try
        {
            await SmtpSession.SendAsync(server, address, message, ct);
            return new Done();
        }
        catch (SmtpRefusedException refused) when (refused.IsForGood)
        {
            return new Refusal("MailRefused", "", refused.Code);
        }
    }

    private string Write(MailServer server, Guid id, string address, IReadOnlyList<Notice> notices, bool isDigest)
    {
        var lines = notices.Select(notice => new MailLine(Said(notice.Title), Said(notice.Why), Whole(notice.Href))).ToList();
        var subject = isDigest ? new Sentence("MailDigest", $"{notices.Count}").In(words) : lines[0].Title;
        var foot = new Sentence("MailFoot", district.Name).In(words);
        return Text(server).Write(id, address, subject, lines, foot, Whole(SettingsHref), time.GetLocalNow());
    }

    private MailText Text(MailServer server) => new(server, new Sentence("MailSender", district.Name).In(words));

    private string Said(string kept) => Sentence.Parse(kept)?.In(words) ?? "";

    private string? Whole(string href) => options.PublicAddress is { } address ? new Uri(address, $"{district.Code}/{href}").ToString() : null;

    /// <summary>Says something in a language, whatever the language of the thread.</summary>
    public static T InLanguage<T>(string language, Func<T> say)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }
}
