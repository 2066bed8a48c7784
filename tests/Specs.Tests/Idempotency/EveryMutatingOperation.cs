using System.Net;
using System.Text.Json.Nodes;
using Actors.Accounts.Passwords;
using Actors.TestKit;
using Actors.Web.Idempotency;
using Actors.Web.Tests.Idempotency;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Idempotency;

/// <summary>R6, C66: every operation of the OpenAPI document that changes something takes a key, unless it issues tokens.</summary>
public sealed class EveryMutatingOperation : IAsyncLifetime
{
    private const int AtOnce = 50;
    private const int AtOnceInControl = 10;
    private const int CheapIterations = 10;
    private const string ExampleUuid = "11111111-1111-1111-1111-111111111111";
    private const string ExamplePicture = "https://example.com/poster.jpg";

    /// <summary>Operations whose answers contain tokens and so must not be stored.</summary>
    private static readonly string[] s_tokenIssuing =
    [
        "POST /auth/login", "POST /auth/refresh", "POST /auth/change-password",
        "POST /api/auth/register", "POST /api/auth/login", "POST /api/auth/token/refresh",
    ];

    private FakeUpstream _site = null!;
    private int _pictures;

    public async Task InitializeAsync() => _site = await FakeUpstream.StartAsync();

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task It_takes_a_key_exactly_if_it_issues_no_tokens()
    {
        await using var silo = await StartAsync();
        var operations = await OperationsAsync(silo);

        operations.Count.ShouldBeGreaterThanOrEqualTo(4);
        operations.Where(o => o.TakesKey == s_tokenIssuing.Contains(o.Name.TrimEnd('/'))).Select(o => o.Name).ShouldBeEmpty();
        operations.Where(o => o.TakesKey && !(o.Answers.Contains("409") && o.Answers.Contains("422"))).Select(o => o.Name).ShouldBeEmpty();
    }

    [Fact]
    public async Task Fifty_concurrent_equal_requests_have_one_effect()
    {
        await using var silo = await StartAsync();
        foreach (var operation in (await OperationsAsync(silo)).Where(o => o.TakesKey))
        {
            var (body, picture) = BodyOf(operation);
            var send = await SenderAsync(silo, operation, body);
            var burst = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => send()));
            var run = burst.Where(sent => sent.WasRun).ShouldHaveSingleItem(operation.Name);
            ((int)run.Status).ShouldBeInRange(200, 299, $"{operation.Name}: {run.Result}");

            var later = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => send()));
            later.ShouldAllBe(sent => sent.Replayed && sent.Result == run.Result, operation.Name);
            burst.Where(sent => sent.Replayed).ShouldAllBe(sent => sent.Result == run.Result, operation.Name);
            if (picture is not null) _site.Count(picture).ShouldBe(1, operation.Name);
        }
    }

    [Fact]
    public async Task Control_Without_stored_answers_every_request_has_an_effect()
    {
        await using var silo = await StartAsync(new NothingKept());
        var operations = (await OperationsAsync(silo)).Where(o => o.TakesKey).ToList();
        foreach (var operation in operations)
        {
            var send = await SenderAsync(silo, operation, BodyOf(operation).Body);
            (await Task.WhenAll(Enumerable.Range(0, AtOnceInControl).Select(_ => send()))).Count(sent => !sent.Replayed).ShouldBe(AtOnceInControl, operation.Name);
        }

        var upload = operations.Single(o => o.Name == "POST /scraperCatalog/upload");
        var again = await SenderAsync(silo, upload, BodyOf(upload).Body);
        var results = await Task.WhenAll(Enumerable.Range(0, AtOnceInControl).Select(_ => again()));
        results.Select(sent => sent.Result).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("POST /auth/logout")]
    [InlineData("POST /api/auth/logout")]
    [InlineData("DELETE /auth/sessions/{id}")]
    public async Task Control_Without_stored_answers_a_repeated_sign_out_is_401(string name)
    {
        await using var silo = await StartAsync(new NothingKept());
        var operation = (await OperationsAsync(silo)).Single(o => o.Name.TrimEnd('/') == name);
        var send = await SenderAsync(silo, operation, operation.Body);

        ((int)(await send()).Status).ShouldBeInRange(200, 299);
        (await send()).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<Func<Task<Sent>>> SenderAsync(SiloHost silo, Operation operation, string? body)
    {
        var (key, asker) = (Guid.NewGuid().ToString(), await Asker.ForAsync(silo, operation, body));
        return () => operation.SendAsync(silo.Client, key, asker.Body, asker.Token, asker.Thing);
    }

    private static async Task<IReadOnlyList<Operation>> OperationsAsync(SiloHost silo) =>
        Operation.In(JsonNode.Parse(await silo.Client.GetStringAsync("/openapi/v1.json"))!);

    // The example with a new event and a reachable picture.
    private (string? Body, string? Picture) BodyOf(Operation operation)
    {
        if (operation.Body?.Contains(ExamplePicture, StringComparison.Ordinal) != true) return (operation.Body, null);
        var picture = $"/{++_pictures}.bmp";
        _site.OnBytes(picture, Pictures.Bitmap(_pictures), "image/bmp");
        return (operation.Body.Replace(ExamplePicture, _site.Url(picture).ToString()).Replace(ExampleUuid, Guid.NewGuid().ToString()), picture);
    }

    private Task<SiloHost> StartAsync(IIdempotency? memory = null) =>
        SiloHost.StartAsync(SiloApp.Create, new SiloSettings(("OUTBOUND_ALLOW", _site.AllowEntry)), builder => Replace(builder, memory));

    private static void Replace(WebApplicationBuilder builder, IIdempotency? memory)
    {
        builder.Services.AddSingleton(new PasswordSettings { Iterations = CheapIterations });
        if (memory is not null) builder.Services.AddSingleton(memory);
    }
}
