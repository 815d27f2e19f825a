using System.Diagnostics;
using Shuren.Organization.Model;
using Shuren.Ui;

namespace Shuren.Organization.ShareTodos;

/// <summary>The kinds of requests and their endings on the screen.</summary>
internal static class RequestWords
{
    public static string Of(TodoRequestKind kind) => kind switch
    {
        TodoRequestKind.Countersign => WorkText.Countersign,
        TodoRequestKind.Opinion => WorkText.Opinion,
        TodoRequestKind.Handover => WorkText.Handover,
        _ => throw new UnreachableException(),
    };

    public static string TitleOf(TodoRequestKind kind) => kind switch
    {
        TodoRequestKind.Countersign => WorkText.TodoCountersign,
        TodoRequestKind.Opinion => WorkText.TodoOpinion,
        TodoRequestKind.Handover => WorkText.TodoHandover,
        _ => throw new UnreachableException(),
    };

    public static string ActOf(TodoRequestKind kind) => kind switch
    {
        TodoRequestKind.Countersign => WorkText.ActCountersign,
        TodoRequestKind.Opinion => WorkText.ActOpinion,
        TodoRequestKind.Handover => WorkText.ActHandover,
        _ => throw new UnreachableException(),
    };

    public static string Of(TodoEnding? ending) => ending switch
    {
        null => WorkText.RequestOpen,
        TodoEnding.Withdrawn => WorkText.RequestWithdrawn,
        TodoEnding.Signed => WorkText.RequestSigned,
        TodoEnding.Refused => WorkText.RequestRefused,
        TodoEnding.Answered => WorkText.RequestAnswered,
        TodoEnding.Finished => WorkText.RequestFinished,
        TodoEnding.Returned => WorkText.RequestReturned,
        _ => throw new UnreachableException(),
    };

    public static Tone ToneOf(TodoEnding? ending) => ending switch
    {
        null => Tone.Blue,
        TodoEnding.Signed or TodoEnding.Answered or TodoEnding.Finished => Tone.Green,
        TodoEnding.Refused or TodoEnding.Returned => Tone.Red,
        _ => Tone.Plain,
    };

    /// <summary>What one of those who were asked has answered.</summary>
    public static string AnswerOf(TodoRequestKind kind, TodoReply reply) => (kind, reply.Agrees) switch
    {
        (_, null) => WorkText.ReplyOpen,
        (TodoRequestKind.Countersign, true) => WorkText.ReplySigned,
        (TodoRequestKind.Countersign, false) => WorkText.RequestRefused,
        (TodoRequestKind.Opinion, _) => WorkText.RequestAnswered,
        (_, true) => WorkText.RequestFinished,
        (_, false) => WorkText.RequestReturned,
    };
}
