using Actors.Persistence.Commits;
using Actors.Persistence.Tests.Kit;

namespace Actors.Persistence.Tests.Commits;

/// <summary>Follows a table by the commit sequence, as a silo does.</summary>
internal sealed class Follower(TestStore store)
{
    private CommitPoint? _point;

    /// <summary>True when the last look found another history.</summary>
    public bool IsNewEpoch { get; private set; }

    /// <summary>The point of the last look.</summary>
    public CommitPoint Point => _point!;

    /// <summary>The numbers of the rows that changed since the last look.</summary>
    public async Task<long[]> LookAsync()
    {
        var changes = await store.Rows.ChangesAsync("followed", _point, limit: 1000);
        (_point, IsNewEpoch) = (changes.Now, changes.IsNewEpoch);
        return [.. changes.Rows.Select(row => row.Id).Order()];
    }
}
