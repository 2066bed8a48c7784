using Actors.Accounts.Identifiers;

namespace Actors.Accounts.SignUp;

/// <summary>Looks up who holds an identifier, on the rows that the claims' grains write: looking leaves no grain behind.</summary>
internal interface IClaims
{
    /// <summary>The account that holds it, or was to; null when nobody does.</summary>
    Task<Guid?> FindAsync(Identifier identifier, CancellationToken cancellationToken) => FindAsync(identifier.Key, cancellationToken);

    /// <summary>The same by the claim's key.</summary>
    Task<Guid?> FindAsync(string key, CancellationToken cancellationToken);
}
