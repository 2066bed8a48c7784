using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using Actors.Catalog.Posters.Stores;
using Actors.Persistence;
using Actors.TestKit;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Posters in S3 over the real protocol. (s3rver checks access keys but not version 4 signatures.)</summary>
public sealed class S3PosterStoreTests
{
    private static readonly ImmutableArray<byte> s_content = [1, 2, 3];
    private static readonly string s_name = PosterName.Of(s_content.AsSpan());

    [S3Theory]
    [InlineData(S3Server.Bucket)]
    [InlineData("not-made-yet")]
    public async Task Put_poster_is_served_until_deleted(string bucket)
    {
        await using var server = await S3Server.StartAsync();
        using var store = new S3PosterStore(Settings(server, bucket));
        (await store.ExistsAsync(s_name)).ShouldBeFalse();
        await store.PutAsync(s_name, s_content);
        await store.PutAsync(s_name, s_content);
        (await store.ExistsAsync(s_name)).ShouldBeTrue();
        await ShouldBeServed(store.UrlOf(s_name));
        await store.DeleteAsync(s_name);
        await store.DeleteAsync(s_name);
        (await store.ExistsAsync(s_name)).ShouldBeFalse();
    }

    [S3Fact]
    public async Task Wrong_key_and_stopped_server_are_outages()
    {
        await using var server = await S3Server.StartAsync();
        using var stranger = new S3PosterStore(Settings(server, S3Server.Bucket) with { AccessKey = "stranger" });
        await Should.ThrowAsync<StoreUnavailableException>(() => stranger.PutAsync(s_name, s_content));
        using var store = new S3PosterStore(Settings(server, S3Server.Bucket));
        await server.KillAsync();
        await Should.ThrowAsync<StoreUnavailableException>(() => store.PutAsync(s_name, s_content));
        await server.RestartAsync();
        await store.PutAsync(s_name, s_content);
        (await store.ExistsAsync(s_name)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_silent_server_is_an_outage()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var settings = new S3Settings(new Uri($"http://{silent.LocalEndpoint}"), "b", "k", "s", "us-east-1", "http://x")
        {
            RequestTimeout = TimeSpan.FromMilliseconds(100),
        };
        using var store = new S3PosterStore(settings);
        await Should.ThrowAsync<StoreUnavailableException>(() => store.PutAsync(s_name, s_content));
        await Should.ThrowAsync<StoreUnavailableException>(() => store.ExistsAsync(s_name));
    }

    [Fact]
    public async Task Cancellation_is_not_an_outage()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var store = new S3PosterStore(new S3Settings(new Uri($"http://{silent.LocalEndpoint}"), "b", "k", "s", "us-east-1", "http://x"));
        await Should.ThrowAsync<OperationCanceledException>(() => store.ExistsAsync(s_name, new CancellationToken(canceled: true)));
    }

    private static async Task ShouldBeServed(string address)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(address));
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(s_content);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    private static S3Settings Settings(S3Server server, string bucket) => new(
        server.Endpoint, bucket, S3Server.AccessKey, S3Server.SecretKey, "us-east-1", $"{server.Endpoint.AbsoluteUri.TrimEnd('/')}/{bucket}");
}
