using System.Data.Common;

namespace Actors.Persistence.Dump;

/// <summary>
/// Tables that only one database uses instead of <c>grain_state</c> and <c>reminders</c>. Exports convert their rows, so that a dump has the same
/// format for every database.
/// </summary>
public interface IOwnTables
{
    /// <summary>Names of these tables; they are not exported and imported directly.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The tables that must be empty before an import.</summary>
    IReadOnlyList<string> Rows { get; }

    /// <summary>The common tables that these tables replace; rows in the common tables themselves are not exported.</summary>
    IReadOnlyList<string> Common { get; }

    /// <summary>Streams the rows in the format of a common table; they may not fit into memory.</summary>
    IAsyncEnumerable<DumpRow> RowsAsync(DbTransaction transaction, string common, CancellationToken cancellationToken);

    /// <summary>Moves imported rows of the common tables into these tables.</summary>
    Task PackAsync(DbTransaction transaction, CancellationToken cancellationToken);
}
