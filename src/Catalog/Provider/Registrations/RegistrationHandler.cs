using System.Text.Json;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Catalog.Provider.Registrations;

/// <summary>Carries out accepted registrations; delayed ones are retried.</summary>
internal sealed class RegistrationHandler(IGrainFactory grains) : IOutboxHandler
{
    public string Topic => RegistrationMessages.CarryOutTopic;

    public async Task HandleAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var key = JsonSerializer.Deserialize<string>(message.Document)!;
        if (await grains.GetGrain<IProviderRegistrationGrain>(key).CarryOut().WaitAsync(cancellationToken) is { } delay)
            throw new RegistrationDelayedException(delay);
    }
}
