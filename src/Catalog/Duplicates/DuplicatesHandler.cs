using System.Collections.Immutable;
using System.Text.Json;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Catalog.Duplicates;

/// <summary>Updates events with decisions, in case the program ended before the grain did.</summary>
internal sealed class DuplicatesHandler(IGrainFactory grains) : IOutboxHandler
{
    public string Topic => DuplicatesGrain.Topic;

    public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        grains.GetGrain<IDuplicatesGrain>(0).Apply(JsonSerializer.Deserialize<ImmutableArray<Guid>>(message.Document)).WaitAsync(cancellationToken);
}
