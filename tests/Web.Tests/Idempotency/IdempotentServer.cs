using System.Net;
using System.Text;
using Actors.Persistence;
using Actors.Persistence.Tests.Kit;
using Actors.Web.Errors;
using Actors.Web.Idempotency;
using Actors.Web.Reading;
using Actors.Web.Tests.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.Idempotency;

/// <summary>A server with routes that count their executions.</summary>
internal sealed class IdempotentServer : IAsyncDisposable
{
    private readonly ApiServer _server;
    private int _effects;

    private IdempotentServer(ApiServer server) => this._server = server;

    public HttpClient Client => _server.Client;

    public IServiceProvider Services => _server.Services;

    /// <summary>The number of executions of a route.</summary>
    public int Effects => _effects;

    /// <summary>Blocks <c>/slow</c>, and signals that it is blocked.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Waiting { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static async Task<IdempotentServer> StartAsync(TestDatabase database, TimeProvider? timeProvider = null, Action<IServiceCollection>? also = null)
    {
        IdempotentServer made = null!;
        made = new IdempotentServer(await GrainServer.StartAsync(app => Map(app, () => made), timeProvider, also: builder =>
        {
            builder.Configuration["DATA_DIR"] = database.Folder;
            builder.Configuration["DATABASE_URL"] = database.Url;
            builder.AddStorage(new(builder.Configuration));
            builder.AddIdempotency(new(builder.Configuration));
            also?.Invoke(builder.Services);
        }));
        return made;
    }

    public async Task<Answer> SendAsync(string path, string? key = "k1", string body = "{}", HttpMethod? method = null, Guid? account = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (account is { } id) request.Headers.Add(GrainServer.Account, id.ToString());
        using var answer = await Client.SendAsync(request);
        return await Answer.OfAsync(answer);
    }

    /// <summary>A request of a live or ended session.</summary>
    public async Task<Answer> LeaveAsync(Guid account, Guid session, bool isFormer, string? key = "k1")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/leave");
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        request.Headers.Add(GrainServer.Account, account.ToString());
        request.Headers.Add(GrainServer.Session, session.ToString());
        if (isFormer) request.Headers.Add(GrainServer.Former, "yes");
        using var answer = await Client.SendAsync(request);
        return await Answer.OfAsync(answer);
    }

    public async ValueTask DisposeAsync()
    {
        Gate.TrySetResult();
        await _server.DisposeAsync();
    }

    private static void Map(WebApplication app, Func<IdempotentServer> server)
    {
        app.MapPost("/things", (HttpContext http) => server().Create(http)).Idempotent();
        app.MapDelete("/things/{id}", (string id) => Results.Ok(Interlocked.Increment(ref server()._effects))).Idempotent();
        app.MapPost("/leave", () => Results.Text("left " + server().Count())).Idempotent(endsSession: true);
        app.MapPost("/slow", async () => await server().WaitAsync()).Idempotent();
        app.MapPost("/status/{status:int}", (int status) => server().Refuse(status)).Idempotent();
        app.MapPost("/crash", IResult () => throw new InvalidOperationException($"after {server().Count()}")).Idempotent();
        app.MapPost("/long/{bytes:int}", (int bytes) => Results.Text(new string('x', bytes) + server().Count())).Idempotent();
        app.MapPost("/echo", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            return Results.Text(server().Count() + await reader.ReadToEndAsync());
        }).Idempotent();
        app.MapPost("/json", async (HttpContext http) =>
            (await JsonBody.ReadAsync(http)) is { Ok: true } read ? Results.Text(read.Root.GetRawText()) : ApiErrors.Result(BodyFaults.Empty)).Idempotent();
        foreach (var (path, dialect) in new[] { ("/titles", ErrorDialect.Titles), ("/drf", ErrorDialect.Drf), ("/love", ErrorDialect.LoveParser) })
            app.MapPost(path, () => Results.Ok()).WithErrors(dialect).Idempotent();
    }

    private IResult Create(HttpContext http)
    {
        http.Response.Headers.SetCookie = new[] { "a=1", "b=2" };
        http.Response.Headers["X-Chance"] = "not part of the result";
        var number = Count();
        return Results.Created($"/things/{number}", new { number, text = "Событие" });
    }

    private int Count() => Interlocked.Increment(ref _effects);

    private IResult Refuse(int status)
    {
        Count();
        return ApiErrors.Result(ApiError.OfStatus(status));
    }

    private async Task<IResult> WaitAsync()
    {
        Waiting.TrySetResult();
        await Gate.Task;
        return Results.Text("effect " + Count());
    }
}

/// <summary>A complete response.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Type, string Body, ILookup<string, string> Headers)
{
    public bool IsReplayed => Headers["Idempotent-Replayed"].SingleOrDefault() == "true";

    public static async Task<Answer> OfAsync(HttpResponseMessage answer) => new(
        answer.StatusCode,
        answer.Content.Headers.ContentType?.ToString(),
        await answer.Content.ReadAsStringAsync(),
        answer.Headers.SelectMany(h => h.Value.Select(v => (h.Key, Value: v))).ToLookup(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase));

    /// <summary>The parts of a response that a replay must repeat.</summary>
    public string Result => $"{(int)Status} {Type} {string.Join(",", Headers["Location"])} {string.Join(",", Headers["Set-Cookie"])} {Body}";
}
