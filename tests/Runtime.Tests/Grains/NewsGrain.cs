using Microsoft.Extensions.Logging;
using Orleans.Utilities;

namespace Actors.Runtime.Tests.Grains;

[Alias("runtime.IReader")]
internal interface IReader : IGrainObserver
{
    void Read(string news);

    Task<int> Count(string news);
}

[Alias("runtime.INewsGrain")]
internal interface INewsGrain : IGrainWithStringKey
{
    Task Subscribe(IReader reader);

    Task Unsubscribe(IReader reader);

    Task Publish(string news);

    /// <summary>Asks every reader, drops those that fail, and answers how many are left.</summary>
    Task<int> PublishAndWait(string news);

    Task<int> Ask(IReader reader, string news);
}

internal sealed class NewsGrain(ILogger<NewsGrain> logger) : Grain, INewsGrain
{
    private readonly ObserverManager<IReader> _readers = new(TimeSpan.FromMinutes(5), logger);

    public Task Subscribe(IReader reader)
    {
        _readers.Subscribe(reader, reader);
        return Task.CompletedTask;
    }

    public Task Unsubscribe(IReader reader)
    {
        _readers.Unsubscribe(reader);
        return Task.CompletedTask;
    }

    public Task Publish(string news)
    {
        _readers.Notify(reader => reader.Read(news));
        return Task.CompletedTask;
    }

    public async Task<int> PublishAndWait(string news)
    {
        await _readers.Notify(reader => reader.Count(news));
        return _readers.Count;
    }

    public Task<int> Ask(IReader reader, string news) => reader.Count(news);
}

/// <summary>An observer that writes down what it reads.</summary>
internal sealed class Reader(string name, Hosting.Journal journal) : IReader
{
    private int _count;
    private int _inside;

    public bool Overlapped { get; private set; }

    public void Read(string news) => journal.Write($"{name} read {news}");

    public async Task<int> Count(string news)
    {
        Overlapped |= Interlocked.Increment(ref _inside) > 1;
        await Task.Yield();
        Interlocked.Decrement(ref _inside);
        return news == "bad" ? throw new InvalidOperationException(news) : Interlocked.Increment(ref _count);
    }
}
