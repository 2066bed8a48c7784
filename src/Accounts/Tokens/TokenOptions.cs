using Actors.Core.Configuration;

namespace Actors.Accounts.Tokens;

/// <summary>Settings of tokens.</summary>
internal sealed record TokenOptions
{
    /// <summary>The only signature algorithm.</summary>
    public const string Algorithm = "HS256";

    private const string Secret = "SECRET_KEY";
    private const string PreviousSecrets = "SECRET_KEY_PREVIOUS";
    private const int DefaultAccessMinutes = 1440;
    private const int MaxAccessMinutes = 60 * 24 * 366;
    private const int DefaultRefreshDays = 30;
    private const int MaxRefreshDays = 3660;
    private const int MaxPrevious = 8;

    /// <summary>The lifetime of an access token (<c>ACCESS_TOKEN_EXPIRE_MINUTES</c>); its session may end sooner.</summary>
    public TimeSpan AccessLifetime { get; init; } = TimeSpan.FromMinutes(DefaultAccessMinutes);

    /// <summary>The lifetime of a session without a refresh (<c>REFRESH_TOKEN_EXPIRE_DAYS</c>).</summary>
    public TimeSpan RefreshLifetime { get; init; } = TimeSpan.FromDays(DefaultRefreshDays);

    /// <summary><c>SECRET_KEY</c> signs; the keys of <c>SECRET_KEY_PREVIOUS</c>, separated by commas, only verify.</summary>
    public required SigningKeys Keys { get; init; }

    /// <summary>Reads the settings and reports problems.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="developmentSecret">The secret to use if none is set; null if a strong secret must be set.</param>
    public static TokenOptions Read(Settings settings, Func<string>? developmentSecret)
    {
        if (settings.Text("ALGORITHM", Algorithm) != Algorithm)
        {
            settings.Problems.Add("ALGORITHM", $"only {Algorithm} is supported.");
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
            CheckSecret(settings, Secret, current);
            foreach (var secret in previous)
            {
                CheckSecret(settings, PreviousSecrets, secret);
            }
        }

        if (previous.Count > MaxPrevious)
        {
            settings.Problems.Add(PreviousSecrets, $"has {previous.Count} keys; at most {MaxPrevious} are allowed.");
        }

        // If it is required and missing, the program does not start, so the random key never signs.
        return new SigningKeys(current ?? developmentSecret?.Invoke() ?? Guid.NewGuid().ToString(), previous);
    }

    private static void CheckSecret(Settings settings, string name, string? secret)
    {
        var fault = secret is null ? "is required outside Development: it signs access tokens. Generate one with `openssl rand -base64 48`." : SecretStrength.Fault(secret);
        if (fault is not null)
        {
            settings.Problems.Add(name, fault);
        }
    }
}
