using System.Collections.Immutable;
using System.Text.Json;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Catalog.Duplicates;

/// <summary>Has events told what was decided of them, should the program have ended in between.</summary>
internal sealed class TwinsHandler(IGrainFactory grains) : IOutboxHandler
{
    public string Topic => TwinsGrain.Topic;

    public Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        grains.GetGrain<ITwinsGrain>(0).Apply(JsonSerializer.Deserialize<ImmutableArray<Guid>>(message.Document)).WaitAsync(cancellationToken);
}
