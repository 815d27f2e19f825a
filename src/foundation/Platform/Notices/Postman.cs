using System.Globalization;
using Shuren.Kernel;
using Shuren.Platform.Districts;

namespace Shuren.Platform.Notices;

/// <summary>Writes notices as one e-mail in the reader's language and hands it to the mail server.</summary>
internal sealed class Postman(NoticeOptions options, CurrentDistrict district, RefusalWords words, TimeProvider time)
{
    /// <summary>Where the settings stand, relative to the district.</summary>
    public const string SettingsHref = "notices/settings";

    /// <param name="id">The id of the delivery or digest.</param>
    /// <param name="wishes">Whose settings.</param>
    /// <param name="notices">What is told, in order.</param>
    /// <param name="isDigest">Whether the subject counts instead of quoting.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Done, or <c>MailNotSet</c>, <c>MailRefused</c> with the server's reply.</returns>
    public async Task<Outcome<Done>> SendAsync(Guid id, NoticeSettings wishes, IReadOnlyList<Notice> notices, bool isDigest, CancellationToken ct)
    {
        if (options.Mail is not { } server)
            return new Refusal("MailNotSet");
        if (wishes.Email is not { } address)
            return new Refusal("MailNoAddress");
        var message = InLanguage(wishes.Language, () => Write(server, id, address, notices, isDigest));
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
        return new MailText(server, new Sentence("MailSender", district.Name).In(words)).Write(id, address, subject, lines, foot, Whole(SettingsHref), time.GetLocalNow());
    }

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
