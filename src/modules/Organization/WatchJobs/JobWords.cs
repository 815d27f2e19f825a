using Shuren.Kernel;
using Shuren.Platform.Jobs;
using Shuren.Ui;

namespace Shuren.Organization.WatchJobs;

/// <summary>The states of a job on the screen.</summary>
internal static class JobWords
{
    public static string Of(JobState state) => state switch
    {
        JobState.Waiting => WorkText.JobWaiting,
        JobState.Running => WorkText.JobRunning,
        JobState.Done => WorkText.JobDone,
        JobState.Failed => WorkText.JobFailed,
        JobState.Cancelled => WorkText.JobCancelled,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Tone ToneOf(JobState state) => state switch
    {
        JobState.Running => Tone.Blue,
        JobState.Done => Tone.Green,
        JobState.Failed => Tone.Red,
        _ => Tone.Plain,
    };

    public static string Moment(DateTime? utc, TimeProvider time) => utc is { } moment
        ? moment.ToLocal(time).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)
        : "";
}
