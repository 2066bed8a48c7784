using System.Net;
using System.Text.Json;
using Actors.Persistence;
using Actors.Web.Errors;
using Actors.Web.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.Errors;

public sealed class ErrorShapes : IAsyncLifetime
{
    private static readonly Dictionary<string, ErrorDialect> s_families = new()
    {
        ["fast"] = ErrorDialect.FastApi,
        ["titles"] = ErrorDialect.Titles,
        ["love"] = ErrorDialect.LoveParser,
        ["drf"] = ErrorDialect.Drf,
    };

    private static readonly Fault s_missingTitle = new(["body", "events", 0, "title"], "Field required", "missing");
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(
        app =>
        {
            foreach (var (name, dialect) in s_families)
            {
                var group = app.MapGroup($"/{name}").WithErrors(dialect);
                group.MapGet("/invalid", () => ApiErrors.Result(ApiError.Invalid(s_missingTitle)));
                group.MapGet("/refused", () => ApiErrors.Result(new ApiError(404, "Событие не найдено", Code: "EVENT_NOT_FOUND")));
                group.MapGet("/broken", string () => throw new InvalidOperationException("secret connection string"));
                group.MapGet("/away", string () => throw new StoreUnavailableException());
                group.MapGet("/empty", () => Results.StatusCode(418));
                group.MapGet("/unauthorized", () => ApiErrors.Result(ApiError.OfStatus(401)));
                group.MapGet("/known", string () => throw new StoreUnavailableException()).FailingAs(new ApiError(500, "failed to process batch"));
                group.MapGet("/lost", string () => throw new SiloUnavailableException()).FailingAs(new ApiError(500, "failed to process batch"));
            }
        },
        builder => builder.Services.Configure<DialectTable>(table =>
        {
            foreach (var (name, dialect) in s_families)
            {
                table.Add($"/{name}", dialect);
            }

            table.Default = ErrorDialect.Drf;
        }));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("fast", 422, """{"detail":[{"loc":["body","events",0,"title"],"msg":"Field required","type":"missing"}]}""")]
    [InlineData("drf", 400, """{"events":["This field is required."]}""")]
    [InlineData("titles", 400, """{"success":false,"error":{"code":"VALIDATION_ERROR","message":"Validation error","details":{"errors":[{"loc":["body","events",0,"title"],"msg":"Field required","type":"missing"}]}},"timestamp":"*","request_id":"id-1"}""")]
    [InlineData("love", 422, """{"error":{"message":"Validation error","code":"VALIDATION_ERROR","statusCode":422,"details":{"issues":[{"path":["body","events",0,"title"],"message":"Field required","code":"missing"}]},"requestId":"id-1"}}""")]
    public async Task A_validation_error_has_the_format_of_its_dialect(string family, int status, string body)
    {
        var (answer, text) = await AskAsync($"/{family}/invalid");

        ((int)answer.StatusCode).ShouldBe(status);
        MaskTime(text).ShouldBe(body);
        answer.Headers.GetValues("X-Request-ID").ShouldBe(["id-1"]);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Theory]
    [InlineData("fast", """{"detail":"Событие не найдено"}""")]
    [InlineData("drf", """{"detail":"Событие не найдено"}""")]
    [InlineData("titles", """{"success":false,"error":{"code":"EVENT_NOT_FOUND","message":"Событие не найдено","details":{}},"timestamp":"*","request_id":"id-1"}""")]
    [InlineData("love", """{"error":{"message":"Событие не найдено","code":"EVENT_NOT_FOUND","statusCode":404,"details":{},"requestId":"id-1"}}""")]
    public async Task Every_dialect_keeps_the_detail(string family, string body)
    {
        var (answer, text) = await AskAsync($"/{family}/refused");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        MaskTime(text).ShouldBe(body);
    }

    [Theory]
    [InlineData("fast", """{"detail":"Not Found"}""")]
    [InlineData("drf", """{"detail":"Not found."}""")]
    [InlineData("titles", """{"success":false,"error":{"code":"NOT_FOUND","message":"Not Found","details":{}},"timestamp":"*","request_id":"id-1"}""")]
    [InlineData("love", """{"error":{"message":"Not Found","code":"NOT_FOUND","statusCode":404,"details":{},"requestId":"id-1"}}""")]
    public async Task A_path_without_a_route_uses_the_dialect_of_its_prefix(string family, string body)
    {
        var (answer, text) = await AskAsync($"/{family}/nowhere");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        MaskTime(text).ShouldBe(body);
    }

    [Fact]
    public async Task A_path_without_a_prefix_uses_the_default_dialect()
    {
        var (_, text) = await AskAsync("/fasting/nowhere");

        text.ShouldBe("""{"detail":"Not found."}""");
    }

    [Theory]
    [InlineData("fast", """{"detail":"Method Not Allowed"}""")]
    [InlineData("drf", """{"detail":"Method \"DELETE\" not allowed."}""")]
    public async Task A_405_has_Allow_and_the_dialect_of_its_prefix(string family, string body)
    {
        var (answer, text) = await AskAsync($"/{family}/invalid", HttpMethod.Delete);

        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.ShouldBe(["GET"]);
        text.ShouldBe(body);
    }

    [Theory]
    [InlineData("fast", """{"detail":"Service Unavailable"}""")]
    [InlineData("drf", """{"detail":"Service Unavailable"}""")]
    [InlineData("titles", """{"success":false,"error":{"code":"SERVICE_UNAVAILABLE","message":"Service Unavailable","details":{}},"timestamp":"*","request_id":"id-1"}""")]
    [InlineData("love", """{"error":{"message":"Service Unavailable","code":"SERVICE_UNAVAILABLE","statusCode":503,"details":{},"requestId":"id-1"}}""")]
    public async Task A_lost_silo_is_503_with_Retry_After_despite_FailingAs(string family, string body)
    {
        var (answer, text) = await AskAsync($"/{family}/lost");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(5));
        MaskTime(text).ShouldBe(body);
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("titles")]
    [InlineData("love")]
    [InlineData("drf")]
    public async Task An_exception_is_logged_and_not_sent(string family)
    {
        var (answer, text) = await AskAsync($"/{family}/broken");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        text.ShouldNotContain("secret");
        text.ShouldContain("Internal Server Error");
        answer.Headers.GetValues("X-Request-ID").ShouldBe(["id-1"]);
        _server.Log.Lines.ShouldContain(line => line.Contains("secret connection string", StringComparison.Ordinal) && line.Contains("id-1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("fast")]
    [InlineData("titles")]
    [InlineData("love")]
    [InlineData("drf")]
    public async Task An_unavailable_database_is_503_with_Retry_After(string family)
    {
        var (answer, text) = await AskAsync($"/{family}/away");

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        text.ShouldContain("Service Unavailable");
    }

    [Fact]
    public async Task FailingAs_sets_the_response_to_exceptions()
    {
        var (answer, text) = await AskAsync("/fast/known");

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        text.ShouldBe("""{"detail":"failed to process batch"}""");
    }

    [Fact]
    public async Task A_status_without_a_body_gets_one()
    {
        var (answer, text) = await AskAsync("/fast/empty");

        ((int)answer.StatusCode).ShouldBe(418);
        text.ShouldBe("""{"detail":"I'm a teapot"}""");
    }

    [Fact]
    public async Task A_401_has_WWW_Authenticate() =>
        (await AskAsync("/fast/unauthorized")).Answer.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");

    [Theory]
    [InlineData("application/problem+json", true)]
    [InlineData("application/json;q=0.5, application/problem+json", true)]
    [InlineData("application/problem+json;q=0", false)]
    [InlineData("*/*", false)]
    [InlineData("garbage problem+json ;;", false)]
    public async Task Clients_that_accept_problem_details_get_them(string accept, bool problem)
    {
        var (answer, text) = await AskAsync("/love/invalid", accept: accept);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe(problem ? "application/problem+json" : "application/json");
        var root = JsonDocument.Parse(text).RootElement;
        root.TryGetProperty("title", out _).ShouldBe(problem);
        root.TryGetProperty("error", out _).ShouldBe(!problem);
        ((int)answer.StatusCode).ShouldBe(422);
    }

    private static string MaskTime(string text) =>
        System.Text.RegularExpressions.Regex.Replace(text, "\"timestamp\":\"[0-9T:Z-]{20}\"", "\"timestamp\":\"*\"");

    private async Task<(HttpResponseMessage Answer, string Text)> AskAsync(string path, HttpMethod? method = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        request.Headers.Add("X-Request-ID", "id-1");
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        var answer = await _server.Client.SendAsync(request);
        return (answer, await answer.Content.ReadAsStringAsync());
    }
}
