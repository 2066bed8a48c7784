using System.Data.Common;

namespace Actors.Persistence.Dump;

/// <summary>What a database keeps in other tables than <c>grain_state</c> and <c>reminders</c>, so that exports look the same whichever database wrote them.</summary>
public interface IOwnTables
{
    /// <summary>Their names; they are neither exported nor imported as they are.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Those of them that must be empty before an import.</summary>
    IReadOnlyList<string> Rows { get; }

    /// <summary>The common tables whose rows it keeps; what may be left in those themselves is not exported.</summary>
    IReadOnlyList<string> Common { get; }

    /// <summary>Its rows as those of a common table, one after another: there may be more than fit into memory.</summary>
    IAsyncEnumerable<MovedRow> RowsAsync(DbTransaction transaction, string common, CancellationToken cancellationToken);

    /// <summary>Moves the rows of the common tables, just imported, into its own.</summary>
    Task PackAsync(DbTransaction transaction, CancellationToken cancellationToken);
}
