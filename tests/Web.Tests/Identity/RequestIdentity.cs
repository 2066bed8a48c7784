using System.Net;
using System.Net.Http.Headers;
using Actors.Core.Accounts;
using Actors.Persistence;
using Actors.Web.Errors;
using Actors.Web.Identity;
using Actors.Web.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.Identity;

public sealed class RequestIdentity : IAsyncLifetime
{
    private readonly KnownTokens _tokens = new();
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(Map, builder => builder.Services.AddSingleton<IAccess>(_tokens));

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_public_route_checks_no_token()
    {
        (await GetAsync("/open", "nonsense")).Status.ShouldBe(HttpStatusCode.OK);

        _tokens.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task The_handler_gets_the_caller()
    {
        var caller = _tokens.Add("mine", AccountRoles.User);

        (await GetAsync("/mine", "mine")).ShouldBe((HttpStatusCode.OK, caller.AccountId.ToString()));
    }

    [Fact]
    public async Task The_session_is_checked_on_every_request()
    {
        _tokens.Add("mine", AccountRoles.User);
        (await GetAsync("/mine", "mine")).Status.ShouldBe(HttpStatusCode.OK);

        _tokens.Remove("mine");

        (await GetAsync("/mine", "mine")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _tokens.Asked.ShouldBe(2);
    }

    [Theory]
    [InlineData("/mine", """{"detail":"Not authenticated"}""")]
    [InlineData("/titles", "\"success\":false")]
    [InlineData("/parser", "\"statusCode\":401")]
    public async Task A_missing_token_is_401_in_every_dialect(string path, string body)
    {
        using var answer = await _server.Client.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
        (await answer.Content.ReadAsStringAsync()).ShouldContain(body);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.Forbidden, AccountRoles.User)]
    [InlineData(HttpStatusCode.Forbidden, AccountRoles.User, "Admin")]
    [InlineData(HttpStatusCode.OK, AccountRoles.User, AccountRoles.Planner)]
    [InlineData(HttpStatusCode.OK, AccountRoles.Admin)]
    public async Task A_route_with_roles_requires_one_of_them(HttpStatusCode status, params string[] roles)
    {
        _tokens.Add("mine", roles);

        (await GetAsync("/planners", "mine")).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("/audit", HttpStatusCode.Forbidden)]
    [InlineData("/audit", HttpStatusCode.Forbidden, AccountRoles.User, AccountRoles.Planner)]
    [InlineData("/audit", HttpStatusCode.OK, AccountRoles.Admin)]
    [InlineData("/audit/roles", HttpStatusCode.Forbidden, AccountRoles.Admin)]
    [InlineData("/audit/roles", HttpStatusCode.OK, AccountRoles.SuperAdmin)]
    public async Task A_route_requires_its_permission_and_its_groups(string path, HttpStatusCode status, params string[] roles)
    {
        _tokens.Add("mine", roles);

        (await GetAsync(path, "mine")).Status.ShouldBe(status);
        (await GetAsync(path, null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_unknown_permission_throws() =>
        await Should.ThrowAsync<ArgumentException>(() => ApiServer.StartAsync(app => app.MapGet("/typo", () => "typo").RequirePermission("audit.raed")));

    [Fact]
    public async Task A_route_without_a_declaration_refuses_every_request()
    {
        _tokens.Add("mine", [.. AccountRoles.All]);

        (await GetAsync("/forgotten", "mine")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync("/forgotten", null)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Control_without_the_middleware_the_route_answers()
    {
        await using var open = await ApiServer.StartAsync(app => app.MapGet("/forgotten", () => "open"));

        (await open.Client.GetStringAsync(new Uri("/forgotten", UriKind.Relative))).ShouldBe("open");
    }

    [Theory]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound)]
    [InlineData("POST", "/mine", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/forgotten", HttpStatusCode.MethodNotAllowed)]
    public async Task A_404_needs_no_token(string method, string path, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _server.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(status);
        (status != HttpStatusCode.MethodNotAllowed || answer.Content.Headers.Allow.Contains("GET")).ShouldBeTrue();
    }

    [Fact]
    public async Task An_unavailable_account_store_is_503()
    {
        _tokens.Add("mine", AccountRoles.User);
        _tokens.Failure = new StoreUnavailableException("The store is away.");

        (await GetAsync("/mine", "mine")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_token_that_is_too_long_is_not_checked()
    {
        (await GetAsync("/mine", new string('a', BearerToken.MaxLength + 1))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _tokens.Asked.ShouldBe(0);
    }

    [Fact]
    public async Task An_ended_session_passes_only_to_EndsSession_routes()
    {
        var caller = _tokens.Add("mine", AccountRoles.User);
        (await GetAsync("/leave", "mine")).Body.ShouldBe($"caller {caller.AccountId}");

        _tokens.Remove("mine");

        (await GetAsync("/leave", "mine")).Body.ShouldBe($"former {caller.AccountId}");
        (await GetAsync("/leave", "strange")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await GetAsync("/mine", "mine")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("abc", "Bearer abc")]
    [InlineData("abc", "bEARER abc")]
    [InlineData("a+/=!~", "Bearer a+/=!~")]
    [InlineData(null)]
    [InlineData(null, "Bearer ")]
    [InlineData("abc", "Bearer  abc")]
    [InlineData(null, "Bearerabc")]
    [InlineData(null, "Bearer   ")]
    [InlineData(null, "Bearer\tabc")]
    [InlineData(null, "Bearer abc ")]
    [InlineData(null, "Bearer a b")]
    [InlineData(null, "Bearer ключ")]
    [InlineData(null, "Bearer")]
    [InlineData(null, "Basic abc")]
    [InlineData(null, "Bearer abc", "Bearer abc")]
    public void Malformed_Authorization_headers_are_refused(string? token, params string[] headers)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = headers;

        BearerToken.Of(request).ShouldBe(token);
    }

    private static void Map(WebApplication app)
    {
        app.UseIdentity();
        app.MapGet("/open", (HttpContext context) => context.FindCaller() is null ? "nobody" : "somebody").AllowAnonymous();
        app.MapGet("/mine", (HttpContext context) => context.GetCaller().AccountId.ToString()).RequireCaller();
        app.MapGet("/titles", () => "titles").RequireCaller().WithErrors(ErrorDialect.Titles);
        app.MapGet("/parser", () => "parser").RequireCaller().WithErrors(ErrorDialect.LoveParser);
        app.MapGet("/planners", () => "planners").RequireCaller(AccountRoles.Admin, AccountRoles.Planner);
        var audit = app.MapGroup("/audit").RequirePermission(Permissions.AuditRead);
        audit.MapGet("/", () => "audit");
        audit.MapGet("/roles", () => "roles").RequirePermission(Permissions.RolesManage);
        app.MapGet("/forgotten", () => "forgotten");
        app.MapGet("/leave", (HttpContext context) => context.FindCaller() is { } caller ? $"caller {caller.AccountId}" : $"former {context.FindFormerCaller()?.AccountId}")
            .RequireCaller().WithMetadata(new EndsSession());
    }

    private async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var answer = await _server.Client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
