namespace Actors.Catalog.Provider;

/// <summary>The upstream services of events-face; each is optional.</summary>
internal sealed record ProviderSettings
{
    /// <summary>The provider (<c>EVENTS_PROVIDER_URL</c>).</summary>
    public Uri? Provider { get; init; }

    /// <summary>Our API key at the provider (<c>EVENTS_PROVIDER_API_KEY</c>).</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>The notification service (<c>NOTIFICATION_URL</c>).</summary>
    public Uri? Notification { get; init; }

    /// <summary>Our token at that service (<c>NOTIFICATION_TOKEN</c>).</summary>
    public string? NotificationToken { get; init; }

    /// <summary>The owner id of our notifications (<c>NOTIFICATION_OWNER_ID</c>).</summary>
    public string? NotificationOwner { get; init; }

    /// <summary>Timeout of a call including retries; three calls fit into a grain call.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The time zone that determines yesterday (<c>DEFAULT_TIMEZONE</c>).</summary>
    public required TimeZoneInfo Zone { get; init; }
}
