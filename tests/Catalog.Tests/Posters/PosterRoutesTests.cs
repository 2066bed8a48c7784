using System.Net;
using System.Net.Http.Headers;
using Actors.Catalog.Posters;
using Actors.Catalog.Posters.Stores;
using Actors.TestKit;
using Actors.Web.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Posters over HTTP.</summary>
public sealed class PosterRoutesTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] s_content = [1, 2, 3];
    private static readonly string s_name = PosterName.Of(s_content);

    private readonly TempFolder _temp = new("posters");
    private readonly HttpClient _client = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        var store = new FolderPosterStore(_temp.Combine("posters"));
        await store.PutAsync(s_name, [.. s_content]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<FolderPosterStore>(store);
        _app = builder.Build();
        _app.UseHeadRequests();
        _app.MapPosters();
        await _app.StartAsync();
        _client.BaseAddress = new Uri(_app.Urls.Single());
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    public void Dispose()
    {
        _client.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public async Task Poster_is_immutable()
    {
        using var answer = await _client.GetAsync("/posters/" + s_name);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBe(s_content);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("image/webp");
        answer.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.ETag!.Tag.ShouldBe($"\"{s_name[..64]}\"");
    }

    [Fact]
    public async Task Known_etag_gets_304()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/posters/" + s_name);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{s_name[..64]}\""));
        using var answer = await _client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        answer.Headers.CacheControl!.ToString().ShouldContain("immutable");
    }

    [Fact]
    public async Task Head_has_the_headers_only()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/posters/" + s_name);
        using var answer = await _client.SendAsync(request);
        answer.Content.Headers.ContentLength.ShouldBe(s_content.Length);
        (await answer.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000.webp")]
    [InlineData("..%2f..%2fetc%2fpasswd")]
    [InlineData("x.tmp")]
    public async Task Other_names_are_not_found(string name)
    {
        using var answer = await _client.GetAsync("/posters/" + name);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Headers.CacheControl.ShouldBeNull();
    }
}
