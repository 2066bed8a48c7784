using System.Collections.Immutable;
using Orleans.Utilities;

namespace Actors.Grains.Messages;

internal sealed class MessageTopicGrain : Grain, IMessageTopicGrain
{
    /// <summary>A silo that does not renew its subscription within this time is no longer notified.</summary>
    public static readonly TimeSpan SubscriptionLifetime = 3 * TopicFeed.RenewalPeriod;

    private readonly MessageRows _rows;
    private readonly ObserverManager<IMessageObserver> _observers;
    private StoredTopic _topic = StoredTopic.Empty;

    public MessageTopicGrain(MessageRows rows, TimeProvider timeProvider, ILogger<MessageTopicGrain> logger)
    {
        _rows = rows;
        _observers = new(SubscriptionLifetime, logger) { GetDateTime = () => timeProvider.GetUtcNow().UtcDateTime };
    }

    private string Topic => this.GetPrimaryKeyString();

    public override async Task OnActivateAsync(CancellationToken cancellationToken) => _topic = await _rows.LoadAsync(Topic, cancellationToken);

    public async Task<long> Publish(ImmutableArray<string> bodies)
    {
        var messages = bodies.Select((body, index) => new NumberedMessage(_topic.Last + 1 + index, body)).ToImmutableArray();
        try
        {
            _topic = await _rows.AddAsync(Topic, _topic, messages);
        }
        catch
        {
            // The commit may have succeeded even if its response was lost, so the next activation reads the stored state.
            DeactivateOnIdle();
            throw;
        }

        _observers.Notify(observer => observer.Added(messages));
        return _topic.Last;
    }

    public async Task<MessagePage> Renew(IMessageObserver observer, long after)
    {
        _observers.Subscribe(observer, observer);
        var last = _topic.Last;
        return new(last, after < last ? await _rows.ReadAsync(Topic, after, last) : []);
    }
}
