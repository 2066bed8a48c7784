using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Actors.Outbound.Guard;

namespace Actors.Outbound.Tests;

/// <summary>Names that mean what the test says; a name may change its meaning from one question to the next.</summary>
internal sealed class StubResolver : IResolver
{
    private readonly ConcurrentDictionary<string, string[][]> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What every other name means; null: such a name does not exist.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Each further question gets the next answer; the last one stays.</summary>
    public StubResolver With(string name, params string[][] answers)
    {
        _names[name] = answers;
        return this;
    }

    public int Asked(string name) => _asked.GetValueOrDefault(name);

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        var turn = _asked.AddOrUpdate(host, 1, (_, count) => count + 1) - 1;
        var found = _names.TryGetValue(host, out var answers) ? answers[Math.Min(turn, answers.Length - 1)] : Otherwise is null ? [] : [Otherwise];
        return found.Length == 0
            ? throw new SocketException((int)SocketError.HostNotFound)
            : Task.FromResult<IReadOnlyList<IPAddress>>([.. found.Select(IPAddress.Parse)]);
    }
}
