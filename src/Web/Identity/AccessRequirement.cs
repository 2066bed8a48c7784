using System.Collections.Immutable;
using Actors.Core.Accounts;

namespace Actors.Web.Identity;

/// <summary>On an endpoint: it answers only those who are signed in, and of them only some when it names roles.</summary>
/// <param name="Roles">One of these is enough; empty: everybody who is signed in.</param>
public sealed record AccessRequirement(ImmutableArray<string> Roles)
{
    internal bool Admits(Caller caller)
    {
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
