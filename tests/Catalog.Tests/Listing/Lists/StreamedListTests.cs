using System.IO.Compression;
using System.Text.Json;
using Actors.Catalog.Events;
using Actors.Catalog.Listing.Lists;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>A list over 8 MiB is not cached: every request reads its rows page by page.</summary>
public sealed class StreamedListTests
{
    private static readonly TimeSpan s_later = TimeSpan.FromSeconds(11);
    private readonly ListKit _kit = new();

    [Theory]
    [InlineData(null)]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task A_streamed_list_has_the_same_bytes_as_a_cached_one(string? accepted)
    {
        _kit.Rows.Events = _kit.EventsOfSize(10_000_000);
        var whole = JsonSerializer.SerializeToUtf8Bytes([.. _kit.Rows.Events.Select(EventResponse.Of)], CatalogJson.Readable.EventResponseArray);

        var answer = await AskAsync(await _kit.List().GetAsync(), accepted);

        (answer.ContentLength, answer.Headers.ContentEncoding.ToString()).ShouldBe((null, accepted ?? ""));
        Unpacked(answer).SequenceEqual(whole).ShouldBeTrue();
    }

    [Fact]
    public async Task Reading_stops_when_the_list_is_too_long()
    {
        _kit.Rows.Events = _kit.EventsOfSize(100_000_000);

        var served = await _kit.List().GetAsync();

        served.List.ShouldBeOfType<StreamedList>();
        (_kit.Rows.Pages * ListReader.CachePageSize * 10_000).ShouldBeInRange(ListReader.MaxCachedBytes, ListReader.MaxCachedBytes + (ListReader.CachePageSize * 10_000));
    }

    [Fact]
    public async Task The_ETag_is_weak_and_changes_with_the_rows()
    {
        _kit.Rows.Events = _kit.EventsOfSize(10_000_000);
        var list = _kit.List();

        var first = await AskAsync(await list.GetAsync(), "br");
        var known = await AskAsync(await list.GetAsync(), "br", first.Headers.ETag);
        _kit.Rows.Events = _kit.EventsOfSize(10_000_000);
        _kit.Time.Advance(TimeSpan.FromSeconds(1));
        var changed = await AskAsync(await list.GetAsync(), "br", first.Headers.ETag);

        first.Headers.ETag.ToString().ShouldBe($"W/\"{ListLoader.Format}-0-2-2-br\"");
        (known.StatusCode, known.Body.Length).ShouldBe((304, 0));
        (changed.StatusCode, changed.Headers.ETag.ToString()).ShouldBe((200, $"W/\"{ListLoader.Format}-0-3-3-br\""));
    }

    [Fact]
    public async Task A_changed_event_is_sent_at_most_once()
    {
        _kit.Rows.Events = _kit.EventsOfSize(10_000_000);
        var served = await _kit.List().GetAsync();
        var filled = _kit.Rows.Pages;
        _kit.Rows.BeforePage = page =>
        {
            if (page == filled + 6) _kit.Rows.Events = [.. _kit.Rows.Events.Select(e => e with { Title = "later", Active = e.Id is not (10 or 500) })];
        };

        var answer = await AskAsync(served, null);

        var events = JsonDocument.Parse(Unpacked(answer)).RootElement.EnumerateArray().ToArray();
        events.Select(e => e.GetProperty("id").GetInt64()).ShouldBe(Enumerable.Range(1, 1000).Where(id => id != 500).Select(id => (long)id));
        events.Count(e => e.GetProperty("title").GetString() == "later").ShouldBe(699);
    }

    [Fact]
    public async Task A_failure_before_the_first_byte_is_thrown()
    {
        _kit.Rows.Events = _kit.EventsOfSize(10_000_000);
        var served = await _kit.List().GetAsync();
        _kit.Rows.Gate = Task.FromException(new InvalidOperationException("away"));

        await Should.ThrowAsync<InvalidOperationException>(AskAsync(served, "br"));
    }

    [Fact]
    public async Task A_list_that_became_short_is_cached_again()
    {
        _kit.Rows.Events = _kit.EventsOfSize(10_000_000);
        var list = _kit.List();
        (await list.GetAsync()).List.ShouldBeOfType<StreamedList>();
        _kit.Write("a");

        _kit.Time.Advance(s_later);

        ListKit.Text(await list.GetAsync()).ShouldContain("\"title\":\"a\"");
    }

    [Fact]
    public async Task A_list_that_became_short_is_cached_without_another_change()
    {
        _kit.Rows.Events = _kit.EventsOfSize(10_000_000);
        var list = _kit.List();
        var before = await list.GetAsync();
        _kit.Write("a");
        _kit.Time.Advance(TimeSpan.FromSeconds(1));
        var between = await list.GetAsync();

        _kit.Time.Advance(s_later);

        between.List.ShouldBeOfType<StreamedList>().ETag.ShouldNotBe(before.List.ETag);
        ListKit.Text(await list.GetAsync()).ShouldContain("\"title\":\"a\"");
    }

    private static async Task<HttpResponse> AskAsync(ServedList served, string? accepted, string? known = null)
    {
        var http = new DefaultHttpContext();
        http.Response.Body = new MemoryStream();
        if (accepted is not null) http.Request.Headers.AcceptEncoding = accepted;
        if (known is not null) http.Request.Headers.IfNoneMatch = known;
        await new EventListResult(served).ExecuteAsync(http);
        return http.Response;
    }

    private static byte[] Unpacked(HttpResponse answer)
    {
        answer.Body.Position = 0;
        using var all = new MemoryStream();
        using Stream plain = answer.Headers.ContentEncoding.ToString() switch
        {
            "br" => new BrotliStream(answer.Body, CompressionMode.Decompress),
            "gzip" => new GZipStream(answer.Body, CompressionMode.Decompress),
            _ => answer.Body,
        };
        plain.CopyTo(all);
        return all.ToArray();
    }
}
