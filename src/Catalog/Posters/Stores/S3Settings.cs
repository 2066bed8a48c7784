using Actors.Core.Configuration;
using Actors.Core.Startup;
using Microsoft.Extensions.Configuration;

namespace Actors.Catalog.Posters.Stores;

/// <summary>The S3 settings of posters.</summary>
/// <param name="Endpoint">The server; http or https.</param>
/// <param name="Bucket">Created if missing.</param>
/// <param name="AccessKey">The key id.</param>
/// <param name="SecretKey">The secret key.</param>
/// <param name="Region">The region in request signatures.</param>
/// <param name="PublicUrl">The base URL of posters in responses, without a trailing slash.</param>
internal sealed record S3Settings(Uri Endpoint, string Bucket, string AccessKey, string SecretKey, string Region, string PublicUrl)
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>The timeout of one attempt.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether S3 is configured.</summary>
    public static bool IsConfigured(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["S3_ENDPOINT"]);

    /// <summary>The problems of the settings; none if S3 is not configured.</summary>
    public static IEnumerable<ConfigurationProblem> Problems(IConfiguration configuration)
    {
        if (!IsConfigured(configuration))
            yield break;
        if (!IsHttpUrl(configuration["S3_ENDPOINT"]))
            yield return new("S3_ENDPOINT", "It must be an http or https address.");
        foreach (var name in new[] { "S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY" })
        {
            if (string.IsNullOrWhiteSpace(configuration[name]))
                yield return new(name, "It is required if S3_ENDPOINT is set.");
        }

        if (configuration["S3_PUBLIC_URL"] is { Length: > 0 } url && !IsHttpUrl(url))
            yield return new("S3_PUBLIC_URL", "It must be an http or https address.");
    }

    /// <summary>The start-up line that says where posters go. It is not shown if the settings have problems, because start-up fails.</summary>
    public static StartLine Line(IConfiguration configuration) =>
        new("posters", $"bucket {configuration["S3_BUCKET"]} at {(IsHttpUrl(configuration["S3_ENDPOINT"]) ? new Uri(configuration["S3_ENDPOINT"]!).Authority : "")}");

    /// <summary>Reads settings without problems.</summary>
    public static S3Settings Read(IConfiguration configuration)
    {
        if (Problems(configuration).FirstOrDefault() is { } problem)
            throw new ConfigurationRefusedException([problem]);
        var endpoint = new Uri(configuration["S3_ENDPOINT"]!);
        var bucket = configuration["S3_BUCKET"]!;
        var publicUrl = OrDefault(configuration["S3_PUBLIC_URL"], $"{endpoint.AbsoluteUri.TrimEnd('/')}/{bucket}");
        return new S3Settings(
            endpoint, bucket, configuration["S3_ACCESS_KEY"]!, configuration["S3_SECRET_KEY"]!,
            OrDefault(configuration["S3_REGION"], DefaultRegion), publicUrl.TrimEnd('/'));
    }

    private static string OrDefault(string? value, string fallback) => string.IsNullOrWhiteSpace(value) ? fallback : value;

    private static bool IsHttpUrl(string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
