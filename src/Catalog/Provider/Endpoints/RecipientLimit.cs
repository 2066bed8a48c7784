using Actors.Web.RateLimiting;

namespace Actors.Catalog.Provider.Endpoints;

/// <summary>Limits how many messages one e-mail address can receive: the address may not be the caller's.</summary>
internal static class RecipientLimit
{
    /// <summary>Registrations per address, across all accounts.</summary>
    public static readonly RateLimitPolicy Policy = new("registration-recipient", 10, TimeSpan.FromHours(1), RateLimitPartition.Key) { Strict = true };

    /// <summary>The mailbox of an address: ignores case and the part after a plus sign.</summary>
    public static string KeyOf(string email)
    {
        var at = email.LastIndexOf('@');
        var plus = email.IndexOf('+', StringComparison.Ordinal);
        return (plus > 0 && plus < at ? email[..plus] + email[at..] : email).ToLowerInvariant();
    }
}
