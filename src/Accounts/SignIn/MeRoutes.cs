using System.Text.Json.Serialization;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Actors.Web.Listeners;
using Actors.Web.OpenApi;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Actors.Accounts.SignIn;

/// <summary><c>/me</c> on the gateway listener.</summary>
internal static class MeRoutes
{
    private const string Example = """{"message":"pong","user_id":"6f1c2f6e-2b0a-4f57-9a55-0c1d8d3f7a11"}""";
    private const string Refusal = """{"detail":"Not authenticated"}""";
    private const int IdLength = 36;

    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/me/ping", (Delegate)PingAsync).WithTags("me").ForRoles("gateway").WithErrors(ErrorDialect.FastApi).RequireCaller()
            .WithSummary("Check an access token")
            .Produces<PongDocument>().WithAnswerExample(StatusCodes.Status200OK, Example)
            .Produces<RefusalDocument>(StatusCodes.Status401Unauthorized).WithAnswerExample(StatusCodes.Status401Unauthorized, Refusal);

    // The most frequent request, so it is written without a serializer.
    private static Task PingAsync(HttpContext context)
    {
        var body = context.Response.BodyWriter.GetSpan(Before.Length + IdLength + After.Length);
        Before.CopyTo(body);
        context.GetCaller().AccountId.TryFormat(body[Before.Length..], out var written);
        After.CopyTo(body[(Before.Length + written)..]);
        var length = Before.Length + written + After.Length;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = length;
        context.Response.BodyWriter.Advance(length);
        return Task.CompletedTask;
    }

    private static ReadOnlySpan<byte> Before => "{\"message\":\"pong\",\"user_id\":\""u8;

    private static ReadOnlySpan<byte> After => "\"}"u8;
}

/// <summary>The response of <c>/me/ping</c>, for the OpenAPI document.</summary>
internal sealed record PongDocument(string Message, [property: JsonPropertyName("user_id")] Guid UserId);

/// <summary>An error with one sentence, for the OpenAPI document.</summary>
internal sealed record RefusalDocument(string Detail);
