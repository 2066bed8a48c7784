using System.Diagnostics.CodeAnalysis;
using StackExchange.Redis;

namespace Actors.Hosting.Membership;

/// <summary>Reads <c>REDIS_URL</c>.</summary>
internal static class RedisAddress
{
    private const int DefaultPort = 6379;

    /// <summary>Reads <c>redis://user:password@host:port/database</c>, <c>rediss://</c> for TLS, or a connection string of StackExchange.Redis.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out ConfigurationOptions? options)
    {
        try
        {
            options = text.Contains("://", StringComparison.Ordinal) ? OfUrl(new Uri(text)) : ConfigurationOptions.Parse(text);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            options = null;
        }

        if (options is not { EndPoints.Count: > 0 }) return false;
        // The connection must be retried: Redis may be unavailable for a moment when the silo starts.
        options.AbortOnConnectFail = false;
        return true;
    }

    private static ConfigurationOptions? OfUrl(Uri url)
    {
        if (url.Scheme is not ("redis" or "rediss")) return null;
        var options = new ConfigurationOptions { Ssl = url.Scheme == "rediss" };
        options.EndPoints.Add(url.Host, url.Port > 0 ? url.Port : DefaultPort);
        if (url.UserInfo.Split(':', 2) is [var user, var password])
        {
            options.User = user.Length > 0 ? Uri.UnescapeDataString(user) : null;
            options.Password = Uri.UnescapeDataString(password);
        }

        if (int.TryParse(url.AbsolutePath.Trim('/'), out var database)) options.DefaultDatabase = database;
        return options;
    }
}
