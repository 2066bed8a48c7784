using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Actors.Catalog.Listing.Lists;
using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace Actors.Catalog.Tests.Listing.Lists;

/// <summary>The bytes of a streamed list on the wire, with and without a failure of the store.</summary>
public sealed class BrokenListTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int SentPages = 4, Events = 1000, DescriptionBytes = 4850;
    private readonly ListKit _kit = new();
    private WebApplication _app = null!;

    public async Task InitializeAsync()
    {
        // Incompressible text: the server must send more than it buffers before the store fails.
        var random = SeededRandom.Create(output);
        _kit.Rows.Events = [.. Enumerable.Range(1, Events).Select(id => _kit.View(id, $"{id}", Convert.ToHexString(Bytes(random))))];
        var served = await _kit.List().GetAsync();
        served.List.ShouldBeOfType<StreamedList>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/", () => new EventListResult(served));
        await _app.StartAsync();
    }

    public Task DisposeAsync() => _app.DisposeAsync().AsTask();

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task When_the_store_fails_the_response_stays_incomplete(string? coding)
    {
        var filled = _kit.Rows.Pages;
        _kit.Rows.BeforePage = page => _kit.Rows.Gate = page == filled + SentPages ? Task.FromException(new InvalidOperationException("away")) : Task.CompletedTask;

        var (list, isWhole) = await AskAsync(coding);

        isWhole.ShouldBeFalse();
        list.ShouldStartWith("[{");
        list.ShouldNotEndWith("]");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Control_Without_a_failure_the_response_is_complete(string? coding)
    {
        var (list, isWhole) = await AskAsync(coding);

        isWhole.ShouldBeTrue();
        (list[0], list[^1]).ShouldBe(('[', ']'));
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[DescriptionBytes];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>The received part of the list, and whether the response was complete.</summary>
    private async Task<(string List, bool IsWhole)> AskAsync(string? coding)
    {
        var address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: {coding ?? "identity"}\r\n\r\n"));
        var answer = await ReadAsync(stream).Within("the end of the connection");
        var start = answer.AsSpan().IndexOf("\r\n\r\n"u8) + 4;
        Encoding.ASCII.GetString(answer, 0, start).ShouldStartWith("HTTP/1.1 200 OK");
        var (body, isWhole) = Unchunked(answer.AsSpan(start));
        return (Encoding.UTF8.GetString(Unpacked(body, coding)), isWhole);
    }

    private static async Task<byte[]> ReadAsync(NetworkStream stream)
    {
        using var all = new MemoryStream();
        try
        {
            await stream.CopyToAsync(all);
        }
        catch (IOException)
        {
            // An aborted connection may throw this.
        }

        return all.ToArray();
    }

    private static (byte[] Body, bool IsWhole) Unchunked(ReadOnlySpan<byte> chunks)
    {
        using var body = new MemoryStream();
        while (chunks.IndexOf("\r\n"u8) is var line && line > 0)
        {
            var length = Convert.ToInt32(Encoding.ASCII.GetString(chunks[..line]), 16);
            if (length == 0) return (body.ToArray(), true);
            chunks = chunks[(line + 2)..];
            body.Write(chunks[..Math.Min(length, chunks.Length)]);
            chunks = chunks[Math.Min(length + 2, chunks.Length)..];
        }

        return (body.ToArray(), false);
    }

    // Decompresses as much as possible.
    private static byte[] Unpacked(byte[] body, string? coding)
    {
        using var sent = new MemoryStream(body);
        using Stream plain = coding switch
        {
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            "gzip" => new GZipStream(sent, CompressionMode.Decompress),
            _ => sent,
        };
        using var all = new MemoryStream();
        try
        {
            plain.CopyTo(all, 1000);
        }
        catch (Exception end) when (end is InvalidDataException or InvalidOperationException or EndOfStreamException)
        {
            // The compressed data is incomplete.
        }

        return all.ToArray();
    }
}
