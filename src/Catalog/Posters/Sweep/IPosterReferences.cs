namespace Actors.Catalog.Posters.Sweep;

/// <summary>Which posters events show.</summary>
internal interface IPosterReferences
{
    Task<bool> IsReferencedAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Names of posters that no event shows and nobody touched since a moment, in order.</summary>
    /// <param name="touchedBefore">The moment.</param>
    /// <param name="after">Only names after this one.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<string>> UnreferencedAsync(DateTimeOffset touchedBefore, string after, int limit, CancellationToken cancellationToken = default);
}
