using System.Collections.Frozen;
using System.Globalization;

namespace Shuren.PlanText.Sources;

/// <summary>Every sentence that the document readers say, in order of <see cref="SourceProblemKind"/>.</summary>
internal static class SourceMessages
{
    private static readonly FrozenDictionary<SourceProblemKind, (string Code, string Chinese, string English)> Sentences =
        new Dictionary<SourceProblemKind, (string, string, string)>
        {
            [SourceProblemKind.Empty] = (
                "empty",
                "文件里没有文字。请确认选对了文件，或直接粘贴正文。",
                "There is no text in the file. Check that it is the right file, or paste the text."),
            [SourceProblemKind.NotChinese] = (
                "not-chinese",
                "文件里几乎没有中文。本系统只读中文的工作要点，请换成中文文件。",
                "The file holds hardly any Chinese. Only work plans in Chinese are read; use the Chinese document."),
            [SourceProblemKind.TooLarge] = (
                "too-large",
                "文件超过 {0} MB，没有读取。请删去文件中的图片后另存，或只保留工作要点正文。",
                "The file is larger than {0} MB and was not read. Remove its pictures and save it again, or keep only the plan itself."),
            [SourceProblemKind.TooMuchText] = (
                "too-much-text",
                "文件里的文字超过 {0} 字，不像一份工作要点。请只保留工作要点正文。",
                "The file holds more than {0} characters, which is no work plan. Keep only the plan itself."),
            [SourceProblemKind.TooManyPages] = (
                "too-many-pages",
                "文件超过 {0} 页。请只保留工作要点所在的页面。",
                "The file has more than {0} pages. Keep only the pages of the plan."),
            [SourceProblemKind.TookTooLong] = (
                "took-too-long",
                "读了 {0} 秒还没有读完，已停止。请用 Word 打开该文件，另存为 .docx 后再试。",
                "Reading was stopped after {0} seconds. Open the file in Word, save it as .docx and try again."),
            [SourceProblemKind.UnpacksTooLarge] = (
                "unpacks-too-large",
                "文件解压后异常庞大，可能是恶意文件，没有读取。请用 Word 打开确认内容无误，另存为新的 .docx 后再试。",
                "The file unpacks to an abnormal size and may be malicious; it was not read. Check it in Word, save it as a new .docx and try again."),
            [SourceProblemKind.TooHeavy] = (
                "too-heavy",
                "读取这份 PDF 需要的内存超过 {0} MB，已停止。请用 Word 打开该文件，另存为 .docx 后再试，或只保留工作要点所在的页面。",
                "Reading this PDF needs more than {0} MB of memory and was stopped. Open it in Word, save it as .docx and try again, or keep only the pages of the plan."),
            [SourceProblemKind.Damaged] = (
                "damaged",
                "文件已损坏或不完整，无法打开。请向发文单位重新索取，或用 Word（WPS）打开修复后另存为 .docx。",
                "The file is damaged or incomplete. Ask for it again, or repair it in Word and save it as .docx."),
            [SourceProblemKind.PasswordProtected] = (
                "password-protected",
                "文件设有密码，无法读取。请打开文件取消密码，保存后再试。",
                "The file is protected by a password. Open it, remove the password, save it and try again."),
            [SourceProblemKind.ImageOnly] = (
                "image-only",
                "这份 PDF 只有图片（扫描件），没有可读的文字。请使用 Word 原件，或先做文字识别（OCR）再试。",
                "This PDF holds only pictures (a scan) and no text. Use the original Word document, or run text recognition (OCR) first."),
            [SourceProblemKind.UnsupportedType] = (
                "unsupported-type",
                "不能读取这种文件（{0}）。请用 Word 或 WPS 打开，另存为 .docx 后再试；也可以直接粘贴正文。",
                "This type of file ({0}) is not read. Open it in Word or WPS, save it as .docx and try again, or paste the text."),
            [SourceProblemKind.UnknownEncoding] = (
                "unknown-encoding",
                "认不出文件的文字编码，打开会是乱码。请用记事本打开，另存为 UTF-8 编码后再试。",
                "The encoding of the text is not known. Open it in an editor, save it as UTF-8 and try again."),
            [SourceProblemKind.PdfReaderMissing] = (
                "pdf-reader-missing",
                "本机没有安装读取 PDF 的程序 pdftotext。请管理员安装（Debian：apt-get install poppler-utils），或将文件另存为 .docx 后再试。",
                "The program that reads PDF, pdftotext, is not installed. Install it (Debian: apt-get install poppler-utils), or save the file as .docx."),
        }.ToFrozenDictionary();

    internal static SourceProblem Say(SourceProblemKind kind, params object[] arguments)
    {
        var (code, chinese, english) = Sentences[kind];
        return new(kind, code, Fill(chinese, arguments), Fill(english, arguments));
    }

    private static string Fill(string sentence, object[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, sentence, arguments);
}
