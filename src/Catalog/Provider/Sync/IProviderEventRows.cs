using System.Collections.Immutable;

namespace Actors.Catalog.Provider.Sync;

/// <summary>Lists of the provider's events: queries on the rows that the grains write, exact at commit. Reading leaves no activation behind.</summary>
internal interface IProviderEventRows
{
    /// <summary>An event; null when there is none.</summary>
    Task<ProviderEvent?> FindAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>A part of the events that fit, and how many fit in all. The total is 0 when the part is empty.</summary>
    Task<ProviderEventPart> ListAsync(ProviderEventQuery query, long offset, int limit, CancellationToken cancellationToken = default);

    /// <summary>How many events fit.</summary>
    Task<long> CountAsync(ProviderEventQuery query, CancellationToken cancellationToken = default);

    /// <summary>Events that began before a moment, oldest first, and deleted ones whose time as tombstones was over then.</summary>
    Task<ImmutableArray<Guid>> BegunAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken = default);
}

/// <summary>Which events are wanted.</summary>
/// <param name="Open">Only those that are open, or that are not; null: all.</param>
/// <param name="Name">The whole name, or null.</param>
/// <param name="Search">A part of the name whatever its case, or null.</param>
/// <param name="Latest">True: latest first; else earliest first.</param>
internal sealed record ProviderEventQuery(bool? Open = true, string? Name = null, string? Search = null, bool Latest = false);

/// <summary>A part of a list.</summary>
/// <param name="Total">How many events the whole list has.</param>
/// <param name="Events">The events of this part.</param>
internal sealed record ProviderEventPart(long Total, ImmutableArray<ProviderEvent> Events);
