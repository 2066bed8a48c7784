using System.Net;
using Actors.Specs.Tests.Access;
using Actors.TestKit;

namespace Actors.Specs.Tests.Headers;

/// <summary>HEAD answers as GET does, without a body (RFC 9110, 9.3.2), on every route that has GET.</summary>
public sealed class HeadTests : IAsyncLifetime
{
    // Headers that differ in every answer, and the length, which HEAD need not know.
    private static readonly string[] s_varying = ["Age", "Date", "RateLimit", "Transfer-Encoding", "X-Request-ID"];

    private SiloHost _silo = null!;
    private People _people = null!;

    public async Task InitializeAsync()
    {
        _silo = await People.StartSiloAsync();
        _people = await People.RegisterAsync(_silo);
    }

    public async Task DisposeAsync() => await _silo.DisposeAsync();

    [Fact]
    public async Task Every_operation_with_GET_answers_HEAD()
    {
        var operations = (await ApiOperation.ReadAllAsync(_silo.Client)).Where(o => o.Method == HttpMethod.Get).ToList();
        operations.Count.ShouldBeGreaterThan(10);
        foreach (var operation in operations)
        {
            foreach (var token in new[] { null, await _people.Admin.TokenAsync() })
            {
                var thing = Guid.NewGuid().ToString();
                using var get = await SendAsync(operation, token, thing);
                using var head = await SendAsync(operation with { Method = HttpMethod.Head }, token, thing);

                Described(head).ShouldBe(Described(get), $"{operation}");
                (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty($"{operation}");
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/livez")]
    [InlineData("/metrics")]
    public async Task Pages_beside_the_API_answer_HEAD(string path)
    {
        using var head = await _silo.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/auth/login")]
    [InlineData("/auth/logout")]
    public async Task A_route_without_GET_refuses_HEAD(string path)
    {
        using var head = await _silo.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        (head.StatusCode, head.Content.Headers.Allow.Single()).ShouldBe((HttpStatusCode.MethodNotAllowed, "POST"));
    }

    private async Task<HttpResponseMessage> SendAsync(ApiOperation operation, string? token, string thing)
    {
        using var request = operation.Request(token, thing);
        return await _silo.Client.SendAsync(request);
    }

    private static string Described(HttpResponseMessage answer) => $"{(int)answer.StatusCode} " + string.Join('|', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => !s_varying.Contains(header.Key) && !(header.Key == "Content-Length" && answer.StatusCode != HttpStatusCode.OK))
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal));
}
