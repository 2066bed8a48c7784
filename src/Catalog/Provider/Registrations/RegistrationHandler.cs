using System.Text.Json;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>Has accepted registrations carried out. What cannot be decided now comes back later.</summary>
internal sealed class RegistrationHandler(IGrainFactory grains) : IOutboxHandler
{
    public string Topic => RegistrationNews.CarryOutTopic;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var key = JsonSerializer.Deserialize<string>(message.Document)!;
        if (await grains.GetGrain<IProviderRegistrationGrain>(key).CarryOut().WaitAsync(cancellationToken) is { } delay)
            throw new RegistrationDelayedException(delay);
    }
}
