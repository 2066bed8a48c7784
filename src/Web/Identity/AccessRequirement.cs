using System.Collections.Immutable;
using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>On an endpoint: it answers only those who are signed in, and of them only some when it names roles or a permission. Of several all must hold.</summary>
/// <param name="Roles">One of these is enough; empty: everybody who is signed in.</param>
public sealed record AccessRequirement(ImmutableArray<string> Roles)
{
    /// <summary>What the caller's roles must allow as well; null: nothing in particular.</summary>
    public string? Permission { get; init; }

    internal bool Admits(Caller caller)
    {
        if (Permission is not null && !caller.Has(Permission))
        {
            return false;
        }

        foreach (var role in Roles)
        {
            if (caller.Is(role))
            {
                return true;
            }
        }

        return Roles.IsEmpty;
    }
}
