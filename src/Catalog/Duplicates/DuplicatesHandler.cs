using System.Collections.Immutable;
using System.Text.Json;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Catalog.Duplicates;

/// <summary>Applies decisions to events if the program ended before the grain had done so.</summary>
internal sealed class DuplicatesHandler(IGrainFactory grains) : IOutboxHandler
{
    public string Topic => DuplicatesGrain.Topic;

    public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        grains.GetGrain<IDuplicatesGrain>(0).Apply(JsonSerializer.Deserialize<ImmutableArray<Guid>>(message.Document)).WaitAsync(cancellationToken);
}
