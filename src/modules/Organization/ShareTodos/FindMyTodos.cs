using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Organization.ShareTodos;

/// <summary>Everything that waits for me, asked of every room.</summary>
internal sealed class FindMyTodos(IEnumerable<ITodoSource> sources, Actor actor, TimeProvider time) : IHandler
{
    public async Task<IReadOnlyList<Todo>> RunAsync(CancellationToken ct)
    {
        var today = time.Today();
        var all = new List<Todo>();
        foreach (var source in sources)
            all.AddRange(await source.ForAsync(actor, today, ct));
        return all;
    }
}
