using System.Data.Common;

namespace Actors.Plumbing.Storage.Moving;

/// <summary>What a build keeps in tables of its own instead of <c>grain_state</c> and <c>reminders</c>, so that exports look the same in either build.</summary>
public interface IOwnTables
{
    /// <summary>Their names; they are neither exported nor imported as they are.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Those of them that must be empty before an import.</summary>
    IReadOnlyList<string> Rows { get; }

    /// <summary>Writes their rows into the common tables, in place of what may be left there. The transaction is taken back after the export.</summary>
    Task UnpackAsync(DbTransaction transaction, CancellationToken ct);

    /// <summary>Moves the rows of the common tables, just imported, into its own.</summary>
    Task PackAsync(DbTransaction transaction, CancellationToken ct);
}
