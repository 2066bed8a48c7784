namespace Actors.Catalog.Posters.Sweep;

/// <summary>Finds the posters that events use.</summary>
internal interface IPosterReferences
{
    Task<bool> IsReferencedAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>The names of posters that no event uses and that were last leased before a moment, in order.</summary>
    /// <param name="touchedBefore">Only posters last leased before this moment.</param>
    /// <param name="after">Only names after this one.</param>
    /// <param name="limit">The maximum number of names.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyList<string>> UnreferencedAsync(DateTimeOffset touchedBefore, string after, int limit, CancellationToken cancellationToken = default);
}
