using System.Collections.Concurrent;
using System.Collections.Immutable;
using Actors.Persistence;

namespace Actors.Accounts.Roles;

/// <summary>
/// The permissions of roles, from this silo's cached copy. Without a cluster, the grain updates the copy at each change. In a cluster, a copy is used
/// for <see cref="Bound"/>, and a change returns only after this time.
/// </summary>
/// <param name="rows">The row store.</param>
/// <param name="bound">How long a copy is used; null until the grain updates it.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class RolePermissions(IRowStore rows, TimeSpan? bound, TimeProvider timeProvider)
{
    /// <summary>The bound in a cluster: with steady requests, the row is read this often.</summary>
    public static readonly TimeSpan InCluster = TimeSpan.FromSeconds(1);

    private volatile Copy? _copy;
    private Task<Copy>? _reading;

    public TimeSpan? Bound => bound;

    /// <summary>The union of the roles' permissions.</summary>
    public ValueTask<ImmutableHashSet<string>> OfAsync(ImmutableArray<string> roles) =>
        _copy is { } copy && IsFresh(copy) ? new(copy.Of(roles)) : ReadAsync(roles);

    /// <summary>All roles.</summary>
    public async ValueTask<RoleBook> BookAsync() => (_copy is { } copy && IsFresh(copy) ? copy : await SharedReadAsync()).Book;

    /// <summary>Updates the copy after a change.</summary>
    public void Take(RoleBook book) => _copy = new Copy(book, timeProvider.GetTimestamp());

    private bool IsFresh(Copy copy) => bound is not { } maxAge || timeProvider.GetElapsedTime(copy.Read) < maxAge;

    private async ValueTask<ImmutableHashSet<string>> ReadAsync(ImmutableArray<string> roles) => (await SharedReadAsync()).Of(roles);

    // Single flight: concurrent callers share one read.
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
            // An update by this silo's grain during the read is newer.
            return Interlocked.CompareExchange(ref _copy, read, before) == before ? read : _copy!;
        }
        catch (StoreUnavailableException) when (before is not null)
        {
            // Without the database roles cannot change, so the copy stays valid.
            return before;
        }
    }

    private sealed class Copy(RoleBook book, long read)
    {
        // Bounds the cache of unions; most accounts have the same few sets of roles.
        private const int MaxSets = 256;

        private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> _sets = new(StringComparer.Ordinal);

        public RoleBook Book => book;

        public long Read => read;

        public ImmutableHashSet<string> Of(ImmutableArray<string> roles)
        {
            var key = roles is [var only] ? only : string.Join(' ', roles);
            if (_sets.TryGetValue(key, out var known)) return known;
            ImmutableHashSet<string> made = [.. book.Roles.Where(role => roles.Contains(role.Key)).SelectMany(role => role.Permissions)];
            if (_sets.Count < MaxSets) _sets.TryAdd(key, made);
            return made;
        }
    }
}
