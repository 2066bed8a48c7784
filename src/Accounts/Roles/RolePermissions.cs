using System.Collections.Concurrent;
using System.Collections.Immutable;
using Actors.Persistence;

namespace Actors.Accounts.Roles;

/// <summary>
/// What roles allow, from this silo's copy of the roles. A silo that is alone is told of changes by the grain that makes them. In a cluster a copy
/// is believed for <see cref="Bound"/>, and a change is answered no sooner.
/// </summary>
/// <param name="rows">Where the roles are kept.</param>
/// <param name="bound">How long a copy is believed; null: until the grain tells of another.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RolePermissions(IRowStore rows, TimeSpan? bound, TimeProvider timeProvider)
{
    /// <summary>The bound in a cluster. While requests come, the row is read this often.</summary>
    public static readonly TimeSpan InCluster = TimeSpan.FromSeconds(1);

    private volatile Copy? _copy;
    private Task<Copy>? _reading;

    public TimeSpan? Bound => bound;

    /// <summary>What these roles allow together.</summary>
    public ValueTask<ImmutableHashSet<string>> OfAsync(ImmutableArray<string> roles) =>
        _copy is { } copy && IsFresh(copy) ? new(copy.Of(roles)) : ReadAsync(roles);

    /// <summary>The roles there are.</summary>
    public async ValueTask<RoleBook> BookAsync() => (_copy is { } copy && IsFresh(copy) ? copy : await SharedReadAsync()).Book;

    /// <summary>Knows the roles as they were just stored.</summary>
    public void Take(RoleBook book) => _copy = new Copy(book, timeProvider.GetTimestamp());

    private bool IsFresh(Copy copy) => bound is not { } most || timeProvider.GetElapsedTime(copy.Read) < most;

    private async ValueTask<ImmutableHashSet<string>> ReadAsync(ImmutableArray<string> roles) => (await SharedReadAsync()).Of(roles);

    // Who comes while it is read waits for the same read; a second one at once would only cost.
    private Task<Copy> SharedReadAsync()
    {
        var reading = _reading;
        return reading is { IsCompleted: false } ? reading : _reading = ReadAsync();
    }

    private async Task<Copy> ReadAsync()
    {
        var began = timeProvider.GetTimestamp();
        var before = _copy;
        try
        {
            var read = new Copy((await rows.ReadAsync(RoleBookRow.Kind, RoleBookRow.Key))?.State ?? new RoleBook(), began);
            // What the grain of this silo told meanwhile is newer.
            return Interlocked.CompareExchange(ref _copy, read, before) == before ? read : _copy!;
        }
        catch (StoreUnavailableException) when (before is not null)
        {
            // Nothing can be changed while there is no store; what is known counts until there is one again.
            return before;
        }
    }

    private sealed class Copy(RoleBook book, long read)
    {
        // Most accounts hold the same few sets of roles.
        private const int MostSets = 256;

        private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> _sets = new(StringComparer.Ordinal);

        public RoleBook Book => book;

        public long Read => read;

        public ImmutableHashSet<string> Of(ImmutableArray<string> roles)
        {
            var key = roles is [var only] ? only : string.Join(' ', roles);
            if (_sets.TryGetValue(key, out var known)) return known;
            ImmutableHashSet<string> made = [.. book.Roles.Where(role => roles.Contains(role.Key)).SelectMany(role => role.Permissions)];
            if (_sets.Count < MostSets) _sets.TryAdd(key, made);
            return made;
        }
    }
}
