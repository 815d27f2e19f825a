using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.Model;
using Shuren.Platform.Notices;
using Shuren.Platform.Todos;

namespace Shuren.Organization.ShareTodos;

/// <summary>What people are told of requests about to-dos.</summary>
internal static class TodoNews
{
    public const string Countersign = "organization.todo-countersign";
    public const string Opinion = "organization.todo-opinion";
    public const string Handover = "organization.todo-handover";
    public const string Ended = "organization.todo-ended";
    public const string Nudge = "organization.todo-nudge";

    public static string Of(TodoRequestKind kind) => kind switch
    {
        TodoRequestKind.Countersign => Countersign,
        TodoRequestKind.Opinion => Opinion,
        _ => Handover,
    };

    public static string WordsOf(TodoRequestKind kind) => kind switch
    {
        TodoRequestKind.Countersign => nameof(WorkText.TodoCountersign),
        TodoRequestKind.Opinion => nameof(WorkText.TodoOpinion),
        _ => nameof(WorkText.TodoHandover),
    };

    public static void AddTo(IServiceCollection services)
    {
        (string Name, Func<string> Title)[] kinds =
        [
            (Countersign, () => WorkText.KindCountersign), (Opinion, () => WorkText.KindOpinion), (Handover, () => WorkText.KindHandover), (Nudge, () => WorkText.KindNudge), (Ended, () => WorkText.KindEnded),
        ];
        foreach (var (kind, order) in kinds.Select((kind, order) => (kind, order)))
            services.AddSingleton(new NoticeKind(kind.Name, kind.Title, order));
        services.AddScoped<ITodoSource, RequestTodos>();
    }
}
