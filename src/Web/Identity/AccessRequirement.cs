using System.Collections.Immutable;
using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>Endpoint metadata: requires a signed-in caller with certain roles or a permission. If an endpoint has several, all must be met.</summary>
/// <param name="Roles">The caller needs one of these; empty for any signed-in caller.</param>
public sealed record AccessRequirement(ImmutableArray<string> Roles)
{
    /// <summary>A permission that the caller needs as well; null for none.</summary>
    public string? Permission { get; init; }

    internal bool IsMetBy(Caller caller)
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
