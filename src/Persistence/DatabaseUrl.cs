using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace Actors.Persistence;

/// <summary>Parses <c>DATABASE_URL</c>: <c>postgres://user:password@host:port/database?sslmode=require</c>, or an Npgsql connection string.</summary>
public static class DatabaseUrl
{
    /// <summary>The name of the setting.</summary>
    public const string Setting = "DATABASE_URL";

    private const int DefaultPort = 5432;
    private const string Hint = "must be postgres://user:password@host:port/database or an Npgsql connection string";

    /// <summary>
    /// Converts the setting to a connection string. The <paramref name="problem"/> never contains the value, which may include a password.
    /// </summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out string? connectionString, [NotNullWhen(false)] out string? problem)
    {
        try
        {
            var settings = IsUrl(text) ? OfUrl(text) : new NpgsqlConnectionStringBuilder(text);
            problem = string.IsNullOrWhiteSpace(settings.Host) ? $"{Hint}: the host is missing." : null;
            connectionString = problem is null ? settings.ToString() : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            connectionString = null;
            problem = exception is UrlFault ? $"{Hint}: {exception.Message}" : $"{Hint}: it is not valid.";
        }

        return problem is null;
    }

    /// <summary>The connection string of the setting; null if it is not set or not valid, which <c>AddStorage</c> reports.</summary>
    public static string? Connection(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration[Setting] is { Length: > 0 } text && TryRead(text, out var connection, out _) ? connection : null;
    }

    private static bool IsUrl(string text) => text.Contains("://", StringComparison.Ordinal);

    private static NpgsqlConnectionStringBuilder OfUrl(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            throw new UrlFault("it is not a valid URL (are special characters of the password percent-encoded?).");
        }

        if (url.Scheme is not ("postgres" or "postgresql"))
        {
            throw new UrlFault($"the scheme '{url.Scheme}' is not postgres.");
        }

        var settings = new NpgsqlConnectionStringBuilder { Host = Uri.UnescapeDataString(url.Host) };
        settings.Port = url.IsDefaultPort || url.Port < 0 ? DefaultPort : url.Port;
        settings.Database = DatabaseOf(url);
        ReadUser(url, settings);
        ReadQuery(url, settings);
        return settings;
    }

    private static string DatabaseOf(Uri url)
    {
        var name = Uri.UnescapeDataString(url.AbsolutePath.Trim('/'));
        return name.Length > 0 ? name : throw new UrlFault("the database is missing.");
    }

    private static void ReadUser(Uri url, NpgsqlConnectionStringBuilder settings)
    {
        if (url.UserInfo.Length == 0)
        {
            return;
        }

        var parts = url.UserInfo.Split(':', 2);
        settings.Username = Uri.UnescapeDataString(parts[0]);
        settings.Password = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : null;
    }

    private static void ReadQuery(Uri url, NpgsqlConnectionStringBuilder settings)
    {
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            var name = Uri.UnescapeDataString(parts[0]);
            Set(settings, name, parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        }
    }

    private static void Set(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        try
        {
            settings[Spelling(name)] = Spelling(name) == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException)
        {
            throw new UrlFault($"the parameter '{name}' or its value is not valid.");
        }
    }

    private static string Spelling(string libpqName) => libpqName switch
    {
        "sslmode" => "SSL Mode",
        "application_name" => "Application Name",
        "connect_timeout" => "Timeout",
        "options" => "Options",
        "host" => "Host",
        _ => libpqName,
    };

    private sealed class UrlFault(string message) : FormatException(message);
}
