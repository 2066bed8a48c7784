using Actors.Core.Configuration;


namespace Actors.Web.Listeners;

/// <summary>Which front ends of other origins may call: the allow-list <c>CORS_ORIGINS</c>, never everybody.</summary>
public static class CorsSetup
{
    private const string Setting = "CORS_ORIGINS";
    private const string DevelopmentOrigins = "http://localhost:3000";

    public static void AddOrigins(this WebApplicationBuilder builder, Settings settings)
    {
        var origins = settings.List(Setting, builder.Environment.IsDevelopment() ? DevelopmentOrigins : "");
        foreach (var origin in origins.Where(o => !IsOrigin(o)))
            settings.Problems.Add(Setting, $"\"{origin}\" is not an origin such as https://example.com (scheme, host and port, nothing else).");
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. origins]).AllowAnyHeader().AllowAnyMethod().AllowCredentials()
            .WithExposedHeaders("ETag", "Idempotent-Replayed", "Link", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-ID", "X-Total-Count")));
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.GetLeftPart(UriPartial.Authority) == text;
}
