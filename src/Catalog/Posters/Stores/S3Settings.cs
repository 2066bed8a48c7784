using Actors.Core.Configuration;
using Actors.Core.Startup;
using Microsoft.Extensions.Configuration;

namespace Actors.Catalog.Posters.Stores;

/// <summary>Where and how posters lie in S3.</summary>
/// <param name="Endpoint">The server, http or https.</param>
/// <param name="Bucket">Made when missing.</param>
/// <param name="AccessKey">Key id.</param>
/// <param name="SecretKey">Key.</param>
/// <param name="Region">Goes into signatures.</param>
/// <param name="PublicUrl">What stands before a poster's name in answers, without a slash at the end.</param>
internal sealed record S3Settings(Uri Endpoint, string Bucket, string AccessKey, string SecretKey, string Region, string PublicUrl)
{
    private const string DefaultRegion = "us-east-1";

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Is S3 asked for?</summary>
    public static bool IsWanted(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration["S3_ENDPOINT"]);

    /// <summary>What is wrong with the settings; nothing when S3 is not asked for.</summary>
    public static IEnumerable<ConfigurationProblem> Problems(IConfiguration configuration)
    {
        if (!IsWanted(configuration))
            yield break;
        if (!IsWeb(configuration["S3_ENDPOINT"]))
            yield return new("S3_ENDPOINT", "It must be an http or https address.");
        foreach (var name in new[] { "S3_BUCKET", "S3_ACCESS_KEY", "S3_SECRET_KEY" })
        {
            if (string.IsNullOrWhiteSpace(configuration[name]))
                yield return new(name, "It is needed when S3_ENDPOINT is set.");
        }

        if (configuration["S3_PUBLIC_URL"] is { Length: > 0 } url && !IsWeb(url))
            yield return new("S3_PUBLIC_URL", "It must be an http or https address.");
    }

    /// <summary>Says at start where posters go; settings with problems are never told, for the start is refused.</summary>
    public static StartLine Line(IConfiguration configuration) =>
        new("posters", $"bucket {configuration["S3_BUCKET"]} at {(IsWeb(configuration["S3_ENDPOINT"]) ? new Uri(configuration["S3_ENDPOINT"]!).Authority : "")}");

    /// <summary>Reads settings that have no problems.</summary>
    public static S3Settings Read(IConfiguration configuration)
    {
        if (Problems(configuration).FirstOrDefault() is { } problem)
            throw new ConfigurationRefusedException([problem]);
        var endpoint = new Uri(configuration["S3_ENDPOINT"]!);
        var bucket = configuration["S3_BUCKET"]!;
        var publicUrl = Or(configuration["S3_PUBLIC_URL"], $"{endpoint.AbsoluteUri.TrimEnd('/')}/{bucket}");
        return new S3Settings(
            endpoint, bucket, configuration["S3_ACCESS_KEY"]!, configuration["S3_SECRET_KEY"]!,
            Or(configuration["S3_REGION"], DefaultRegion), publicUrl.TrimEnd('/'));
    }

    private static string Or(string? value, string otherwise) => string.IsNullOrWhiteSpace(value) ? otherwise : value;

    private static bool IsWeb(string? text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
