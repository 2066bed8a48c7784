using Actors.Core.Configuration;

namespace Actors.Accounts.Tokens;

/// <summary>Settings of tokens, by the names they have in the environment.</summary>
internal sealed record TokenOptions
{
    /// <summary>The one algorithm there is.</summary>
    public const string Algorithm = "HS256";

    private const string Secret = "SECRET_KEY";
    private const string PreviousSecrets = "SECRET_KEY_PREVIOUS";
    private const int DefaultAccessMinutes = 1440;
    private const int MaxAccessMinutes = 60 * 24 * 366;
    private const int DefaultRefreshDays = 30;
    private const int MaxRefreshDays = 3660;
    private const int MaxPrevious = 8;

    /// <summary>How long an access token is good for (<c>ACCESS_TOKEN_EXPIRE_MINUTES</c>); its session may end sooner.</summary>
    public TimeSpan AccessLifetime { get; init; } = TimeSpan.FromMinutes(DefaultAccessMinutes);

    /// <summary>How long a session lives without being refreshed (<c>REFRESH_TOKEN_EXPIRE_DAYS</c>).</summary>
    public TimeSpan RefreshLifetime { get; init; } = TimeSpan.FromDays(DefaultRefreshDays);

    /// <summary><c>SECRET_KEY</c> signs; the keys of <c>SECRET_KEY_PREVIOUS</c>, separated by commas, only verify.</summary>
    public required SigningKeys Keys { get; init; }

    /// <summary>The settings; what is wrong with them goes to the settings' problems.</summary>
    /// <param name="settings">Where they come from.</param>
    /// <param name="developmentSecret">The secret to use when none is set; null where one must be set and must be strong.</param>
    public static TokenOptions Read(Settings settings, Func<string>? developmentSecret)
    {
        if (settings.Text("ALGORITHM", Algorithm) != Algorithm)
        {
            settings.Problems.Add("ALGORITHM", $"tokens are signed with {Algorithm} and nothing else.");
        }

        return new TokenOptions
        {
            AccessLifetime = TimeSpan.FromMinutes(settings.Integer("ACCESS_TOKEN_EXPIRE_MINUTES", DefaultAccessMinutes, 1, MaxAccessMinutes)),
            RefreshLifetime = TimeSpan.FromDays(settings.Integer("REFRESH_TOKEN_EXPIRE_DAYS", DefaultRefreshDays, 1, MaxRefreshDays)),
            Keys = ReadKeys(settings, developmentSecret),
        };
    }

    private static SigningKeys ReadKeys(Settings settings, Func<string>? developmentSecret)
    {
        var current = settings.Text(Secret);
        var previous = settings.List(PreviousSecrets);
        if (developmentSecret is null)
        {
            Judge(settings, Secret, current);
            foreach (var secret in previous)
            {
                Judge(settings, PreviousSecrets, secret);
            }
        }

        if (previous.Count > MaxPrevious)
        {
            settings.Problems.Add(PreviousSecrets, $"has {previous.Count} keys; at most {MaxPrevious} are looked at.");
        }

        // Where it is required and missing the start is refused, and this key never signs.
        return new SigningKeys(current ?? developmentSecret?.Invoke() ?? Guid.NewGuid().ToString(), previous);
    }

    private static void Judge(Settings settings, string name, string? secret)
    {
        var fault = secret is null ? "is required outside Development: it signs access tokens. `openssl rand -base64 48` makes one." : SecretStrength.Fault(secret);
        if (fault is not null)
        {
            settings.Problems.Add(name, fault);
        }
    }
}
