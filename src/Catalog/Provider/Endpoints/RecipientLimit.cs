using Actors.Web.RateLimiting;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>How many registrations may have one address written to. Nobody has shown that an address is theirs.</summary>
internal static class RecipientLimit
{
    /// <summary>Registrations for one address, whichever accounts make them.</summary>
    public static readonly RateLimitPolicy Policy = new("registration-recipient", 10, TimeSpan.FromHours(1), RateLimitPartition.Key) { Strict = true };

    /// <summary>The mailbox of an address: case and what follows a plus sign lead to the same one.</summary>
    public static string KeyOf(string email)
    {
        var at = email.LastIndexOf('@');
        var plus = email.IndexOf('+', StringComparison.Ordinal);
        return (plus > 0 && plus < at ? email[..plus] + email[at..] : email).ToLowerInvariant();
    }
}
