namespace Actors.Catalog.Provider;

/// <summary>Which services stand behind events-face; any of them may be missing.</summary>
internal sealed record ProviderSettings
{
    /// <summary>The provider (<c>EVENTS_PROVIDER_URL</c>).</summary>
    public Uri? Provider { get; init; }

    /// <summary>What it knows us by (<c>EVENTS_PROVIDER_API_KEY</c>).</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>The notification service (<c>NOTIFICATION_URL</c>).</summary>
    public Uri? Notification { get; init; }

    /// <summary>What that service knows us by (<c>NOTIFICATION_TOKEN</c>).</summary>
    public string? NotificationToken { get; init; }

    /// <summary>As whom we write there (<c>NOTIFICATION_OWNER_ID</c>).</summary>
    public string? NotificationOwner { get; init; }

    /// <summary>The longest time of a call, its retries included: three of them fit into a grain call.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The zone that decides what yesterday is (<c>DEFAULT_TIMEZONE</c>).</summary>
    public required TimeZoneInfo Zone { get; init; }
}
