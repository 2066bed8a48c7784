using System.Collections.Immutable;
using Actors.Grains.Calls;
using Orleans.Concurrency;

namespace Actors.Grains.Messages;

/// <summary>Numbers and stores the messages of one topic and passes them to the silos that follow it. Key: the topic.</summary>
[Alias("grains.IMessageTopicGrain")]
internal interface IMessageTopicGrain : IGrainWithStringKey
{
    /// <summary>Stores messages durably, then notifies the observers.</summary>
    /// <returns>The number of the last one.</returns>
    [Alias("Publish"), Repeatable(Repeat.IfRefused)]
    Task<long> Publish(ImmutableArray<string> bodies);

    /// <summary>Subscribes an observer or renews its subscription, and returns the messages it may have missed.</summary>
    [Alias("Renew"), AlwaysInterleave, Repeatable(Repeat.Always)]
    Task<MessagePage> Renew(IMessageObserver observer, long after);
}

/// <summary>Follows one topic for one silo.</summary>
[Alias("grains.IMessageObserver")]
internal interface IMessageObserver : IGrainObserver
{
    /// <summary>Messages were published. A notification can be lost; the next renewal brings its messages.</summary>
    [Alias("Added"), OneWay]
    void Added(ImmutableArray<NumberedMessage> messages);
}

/// <summary>A message.</summary>
/// <param name="Number">Its number in the topic, from 1, without gaps.</param>
/// <param name="Body">The published text.</param>
[GenerateSerializer, Immutable, Alias("grains.NumberedMessage")]
public sealed record NumberedMessage([property: Id(0)] long Number, [property: Id(1)] string Body);

/// <summary>The stored messages after a number, at most <see cref="MessageRows.Kept"/>.</summary>
/// <param name="Last">The number of the topic's last message; 0 when there is none.</param>
/// <param name="Messages">Consecutive numbers up to <paramref name="Last"/>.</param>
[GenerateSerializer, Immutable, Alias("grains.MessagePage")]
internal sealed record MessagePage([property: Id(0)] long Last, [property: Id(1)] ImmutableArray<NumberedMessage> Messages);
