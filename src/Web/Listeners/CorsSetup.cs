using Actors.Core.Configuration;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Actors.Web.Listeners;

/// <summary>Allows cross-origin requests from the origins of <c>CORS_ORIGINS</c>.</summary>
public static class CorsSetup
{
    /// <summary>The response headers that a front end may read, in addition to the CORS-safelisted ones.</summary>
    internal static readonly string[] Exposed =
    [
        "Age", "Allow", "ETag", "Idempotency-Stored", "Idempotent-Replayed", "Link", "RateLimit", "RateLimit-Policy", "Retry-After",
        "Warning", "WWW-Authenticate", "X-Changed-Reset", "X-Changed-Through", "X-Request-ID", "X-Total-Count",
    ];

    private const string Setting = "CORS_ORIGINS";
    private const string DevelopmentOrigins = "http://localhost:3000";

    /// <summary>Reads <c>CORS_ORIGINS</c>.</summary>
    public static void AddOrigins(this WebApplicationBuilder builder, Settings settings)
    {
        var origins = settings.List(Setting, builder.Environment.IsDevelopment() ? DevelopmentOrigins : "");
        foreach (var origin in origins.Where(o => !IsOrigin(o)))
            settings.Problems.Add(Setting, $"\"{origin}\" is not an origin (scheme, host and optional port, for example https://example.com).");
        builder.Services.AddCors(cors => cors.AddDefaultPolicy(policy =>
            policy.WithOrigins([.. origins]).AllowAnyHeader().AllowAnyMethod().AllowCredentials().WithExposedHeaders(Exposed)));
    }

    /// <summary>
    /// Adds CORS headers. All responses get <c>Vary: Origin</c>, even without an <c>Origin</c> header: otherwise a browser that has cached a picture
    /// would reuse the copy without CORS headers for a script.
    /// </summary>
    public static void UseOrigins(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<CorsOptions>>().Value;
        if (options.GetPolicy(options.DefaultPolicyName)!.Origins.Count > 0) app.Use(VaryAsync);
        app.UseCors();
    }

    private static Task VaryAsync(HttpContext context, RequestDelegate next)
    {
        // Set when the response starts, because an error response clears the headers.
        context.Response.OnStarting(
            static state =>
            {
                var headers = ((HttpContext)state).Response.Headers;
                if (!headers.Vary.Any(vary => vary?.Contains("Origin", StringComparison.OrdinalIgnoreCase) is true)) headers.Append("Vary", "Origin");
                return Task.CompletedTask;
            },
            context);
        return next(context);
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.GetLeftPart(UriPartial.Authority) == text;
}
