using System.Collections.Concurrent;

namespace Actors.Runtime.Tests.Hosting;

/// <summary>Where test grains write down what happened, and where tests wait for it; a service of the host under test.</summary>
internal sealed class Journal
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();
    private readonly ConcurrentDictionary<string, int> _counts = new();
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>Writes a line and opens the gate of that name.</summary>
    public void Write(string line)
    {
        _lines.Enqueue(line);
        _counts.AddOrUpdate(line, 1, static (_, count) => count + 1);
        Open(line);
    }

    public int Count(string line) => _counts.GetValueOrDefault(line);

    public void Open(string gate) => Gate(gate).TrySetResult();

    /// <summary>Completes when the gate has been opened; fails after a while that no healthy run needs.</summary>
    public Task Opened(string gate) => Gate(gate).Task.WaitAsync(Patience);

    private TaskCompletionSource Gate(string name) =>
        _gates.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
