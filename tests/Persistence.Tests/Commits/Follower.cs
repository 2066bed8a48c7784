using Actors.Persistence.Commits;
using Actors.Persistence.Tests.Kit;

namespace Actors.Persistence.Tests.Commits;

/// <summary>Queries the changes of a table, as a silo does.</summary>
internal sealed class Follower(TestStore store)
{
    private CommitPoint? _point;

    /// <summary>True if the last query found another history.</summary>
    public bool IsNewEpoch { get; private set; }

    /// <summary>The point of the last query.</summary>
    public CommitPoint Point => _point!;

    /// <summary>The numbers of the rows that changed since the last query.</summary>
    public async Task<long[]> LookAsync()
    {
        var changes = await store.Rows.ChangesAsync("followed", _point, limit: 1000);
        (_point, IsNewEpoch) = (changes.Now, changes.IsNewEpoch);
        return [.. changes.Rows.Select(row => row.Id).Order()];
    }
}
