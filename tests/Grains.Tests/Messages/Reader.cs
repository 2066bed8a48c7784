using System.Collections.Immutable;
using Actors.Grains.Messages;
using Actors.TestKit;

namespace Actors.Grains.Tests.Messages;

/// <summary>Reads a topic until it is disposed.</summary>
internal sealed class Reader : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;
    private ImmutableList<MessageBatch> _batches = [];

    public Reader(SiloMessages messages, string topic, long? after = null) => _reading = ReadAsync(messages, topic, after);

    public ImmutableList<MessageBatch> Batches => Volatile.Read(ref _batches);

    public IEnumerable<string> Bodies => Batches.SelectMany(b => b.Messages).Select(m => m.Body);

    public Task BegunAsync() => Waiting.UntilAsync("the first batch", () => Task.FromResult(Batches.Count > 0));

    public Task HasAsync(string body) => Waiting.UntilAsync($"message {body}", () => Task.FromResult(Bodies.Contains(body)));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ReadAsync(SiloMessages messages, string topic, long? after)
    {
        await foreach (var batch in messages.ReadAsync(topic, after, _stop.Token))
            Volatile.Write(ref _batches, _batches.Add(batch));
    }
}
