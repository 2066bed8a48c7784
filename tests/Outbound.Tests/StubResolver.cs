using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Actors.Outbound.Guard;

namespace Actors.Outbound.Tests;

/// <summary>Resolves names as the test says; the addresses of a name may change between queries.</summary>
internal sealed class StubResolver : IResolver
{
    private readonly ConcurrentDictionary<string, string[][]> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, int> _asked = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The addresses of all other names; null if they do not exist.</summary>
    public string? Otherwise { get; init; }

    /// <summary>Each query returns the next addresses; the last ones stay.</summary>
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
