using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Districts;
using Shuren.Ui;

namespace Shuren.Host.Web;

/// <summary>Why a district is closed for writing, in the language of the request.</summary>
internal static class ArchiveWords
{
    public static string Of(ArchiveState state, RefusalWords words, TimeProvider time) =>
        state.Words(Wording.FullDay(state.Since.ToLocalDay(time))).In(words);
}
