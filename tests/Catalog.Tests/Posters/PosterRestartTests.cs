using Actors.TestKit;

namespace Actors.Catalog.Tests.Posters;

/// <summary>Unused posters of the last run are removed before the next start serves requests.</summary>
public sealed class PosterRestartTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _temp = new("posters");
    private FakeUpstream _upstream = null!;

    public async Task InitializeAsync()
    {
        _upstream = await FakeUpstream.StartAsync();
        _upstream.OnBytes("/shown.jpg", Fixture.Bytes("jpg"), "image/jpeg");
        _upstream.OnBytes("/lost.bmp", PngBuilder.Blank(30, 30, PngBuilder.Rgb), "image/png");
    }

    public async Task DisposeAsync() => await _upstream.DisposeAsync();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Restart_removes_unused_posters_and_unfinished_files()
    {
        string shown, lost;
        await using (var first = await PosterHost.StartAsync(_temp.Folder, _upstream))
        {
            shown = (await first.Obtain(_upstream.Url("/shown.jpg"))).Name!;
            lost = (await first.Obtain(_upstream.Url("/lost.bmp"))).Name!;
            await first.Show(shown);
        }

        await File.WriteAllTextAsync(_temp.Combine($"posters/{lost}.0.tmp"), "half");
        Files().Count().ShouldBe(3);
        await using var second = await PosterHost.RestartAsync(_temp.Folder, _upstream);
        Files().ShouldBe([shown]);
        (await second.Database.QueryAsync<string>("SELECT key FROM posters")).ShouldBe([shown]);
        await GivenAgainWhenAsked(second, lost);
    }

    [Fact]
    public async Task Known_address_is_not_fetched_after_a_restart()
    {
        await using (var first = await PosterHost.StartAsync(_temp.Folder, _upstream))
            await first.Show((await first.Obtain(_upstream.Url("/shown.jpg"))).Name!);
        await using var second = await PosterHost.RestartAsync(_temp.Folder, _upstream);
        (await second.Obtain(_upstream.Url("/shown.jpg"))).Failure.ShouldBeNull();
        _upstream.Count("/shown.jpg").ShouldBe(1);
    }

    [S3Fact]
    public async Task S3_posters_are_stored_and_swept()
    {
        await using var s3 = await S3Server.StartAsync();
        (string, string)[] settings =
        [
            ("S3_ENDPOINT", s3.Endpoint.AbsoluteUri), ("S3_BUCKET", "fresh"), ("S3_ACCESS_KEY", S3Server.AccessKey), ("S3_SECRET_KEY", S3Server.SecretKey),
        ];
        using var client = new HttpClient();
        string url;
        await using (var first = await PosterHost.StartAsync(_temp.Folder, _upstream, settings))
        {
            url = (await first.Obtain(_upstream.Url("/lost.bmp"))).Url!;
            (await client.GetByteArrayAsync(new Uri(url))).ShouldNotBeEmpty();
        }

        await using var second = await PosterHost.RestartAsync(_temp.Folder, _upstream, settings);
        (await client.GetAsync(new Uri(url))).IsSuccessStatusCode.ShouldBeFalse();
        Directory.Exists(_temp.Combine("posters")).ShouldBeFalse();
    }

    private async Task GivenAgainWhenAsked(PosterHost host, string lost)
    {
        (await host.Obtain(_upstream.Url("/lost.bmp"))).Name.ShouldBe(lost);
        Files().Count().ShouldBe(2);
    }

    private IEnumerable<string> Files() => Directory.GetFiles(_temp.Combine("posters")).Select(f => Path.GetFileName(f)!);
}
