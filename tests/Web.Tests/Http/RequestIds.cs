using Actors.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Actors.Web.Tests.Http;

public sealed class RequestIds : IAsyncLifetime
{
    private ApiServer _server = null!;

    public async Task InitializeAsync() => _server = await ApiServer.StartAsync(app =>
    {
        app.MapGet("/id", (HttpContext context) => context.TraceIdentifier);
        app.MapGet("/broken", string () => throw new InvalidOperationException());
    });

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData("req_123456789")]
    [InlineData("9b6a6fb9-5b0b-4b0e-a96d-6c5f9fc072ad")]
    public async Task A_well_formed_id_is_kept(string id) => (await EchoAsync("/id", id)).ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("<script>")]
    [InlineData("\"quoted\"")]
    [InlineData("{0}")]
    public async Task Any_other_id_is_replaced(string id) => Guid.TryParse(await EchoAsync("/id", id), out _).ShouldBeTrue();

    [Fact]
    public async Task A_long_id_is_replaced()
    {
        (await EchoAsync("/id", new string('a', RequestIdMiddleware.MaxLength))).Length.ShouldBe(RequestIdMiddleware.MaxLength);
        Guid.TryParse(await EchoAsync("/id", new string('a', RequestIdMiddleware.MaxLength + 1)), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_id_is_in_error_responses_and_the_log_scope()
    {
        (await EchoAsync("/broken", "abc-1")).ShouldBe("abc-1");
        (await EchoAsync("/nowhere", "abc-2")).ShouldBe("abc-2");
        _server.Log.Lines.ShouldContain(line => line.Contains("RequestId:abc-1", StringComparison.Ordinal));
    }

    [Fact]
    public void New_ids_are_distinct_random_UUIDs()
    {
        var ids = Enumerable.Range(0, 100_000).Select(_ => Guid.Parse(RequestIdGenerator.Next())).ToHashSet();

        ids.Count.ShouldBe(100_000);
        ids.ShouldAllBe(id => id.Version == 4 && id.Variant >= 8 && id.Variant <= 11);
    }

    // Each bit differs in half of all consecutive pairs, so ids contain no counter.
    [Fact]
    public void Consecutive_ids_are_independent()
    {
        const int count = 10_000, steady = 6;
        var ids = Enumerable.Range(0, count).Select(_ => Guid.Parse(RequestIdGenerator.Next()).ToByteArray(bigEndian: true)).ToList();
        var changes = new int[128];
        for (var i = 1; i < count; i++)
        {
            for (var bit = 0; bit < changes.Length; bit++) changes[bit] += ((ids[i][bit / 8] ^ ids[i - 1][bit / 8]) >> (bit % 8)) & 1;
        }

        changes.Count(c => c is > count * 45 / 100 and < count * 55 / 100).ShouldBe(changes.Length - steady);
    }

    private async Task<string> EchoAsync(string path, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("X-Request-ID", id);
        using var answer = await _server.Client.SendAsync(request);
        var echoed = answer.Headers.GetValues("X-Request-ID").Single();
        if (answer.IsSuccessStatusCode)
        {
            (await answer.Content.ReadAsStringAsync()).ShouldBe(echoed);
        }

        return echoed;
    }
}
