using System.Net;
using Actors.Hosting.Dashboard;
using Microsoft.AspNetCore.Http;

namespace Actors.Cluster.Tests.Dashboard;

/// <summary>The rule that allows a browser on this machine.</summary>
public sealed class LocalBrowserTests
{
    [Theory]
    [InlineData("localhost:8000")]
    [InlineData("LocalHost:8000")]
    [InlineData("127.0.0.1:8000")]
    [InlineData("127.8.9.10:8000")]
    [InlineData("[::1]:8000")]
    public void Loopback_host_with_the_listeners_port_is_local(string host) => LocalBrowser.IsSource(Request(host)).ShouldBeTrue();

    [Theory]
    [InlineData("localhost")]
    [InlineData("localhost:8001")]
    [InlineData("localhost.example.com:8000")]
    [InlineData("a.localhost:8000")]
    [InlineData("localhost.:8000")]
    [InlineData("127.0.0.1.example.com:8000")]
    [InlineData("127.1:8000")]
    [InlineData("127.0.0.01:8000")]
    [InlineData("2130706433:8000")]
    [InlineData("128.0.0.1:8000")]
    [InlineData("[::ffff:127.0.0.1]:8000")]
    [InlineData("rebound.example.com:8000")]
    [InlineData("")]
    public void Other_hosts_are_not_local(string host) => LocalBrowser.IsSource(Request(host)).ShouldBeFalse();

    [Theory]
    [InlineData("::1", "::1", true)]
    [InlineData("::ffff:127.0.0.1", "::ffff:127.0.0.1", true)]
    [InlineData("10.0.0.7", "127.0.0.1", false)]
    [InlineData("127.0.0.1", "10.0.0.1", false)]
    [InlineData("::ffff:10.0.0.7", "::ffff:127.0.0.1", false)]
    public void Both_ends_must_be_loopback(string remote, string local, bool expected)
    {
        var request = Request();
        (request.Connection.RemoteIpAddress, request.Connection.LocalIpAddress) = (IPAddress.Parse(remote), IPAddress.Parse(local));

        LocalBrowser.IsSource(request).ShouldBe(expected);
    }

    [Fact]
    public void Connection_without_addresses_is_not_local()
    {
        var request = Request();
        request.Connection.RemoteIpAddress = null;

        LocalBrowser.IsSource(request).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Origin", "http://localhost:8000", true)]
    [InlineData("Origin", "https://localhost:8000", false)]
    [InlineData("Origin", "http://localhost:3000", false)]
    [InlineData("Origin", "http://127.0.0.1:8000", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "", false)]
    [InlineData("Referer", "http://localhost:8000/", true)]
    [InlineData("Referer", "http://localhost:8000/dashboard/#/grains", true)]
    [InlineData("Referer", "http://localhost:80001/", false)]
    [InlineData("Referer", "http://localhost:8000.example.com/", false)]
    [InlineData("Referer", "https://example.com/", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Sec-Fetch-Site", "none", true)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    public void Origin_and_referer_must_match_the_listener(string header, string value, bool expected) =>
        LocalBrowser.IsSource(Request(headers: (header, value))).ShouldBe(expected);

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("X-Forwarded-Host", "localhost:8000")]
    [InlineData("X-Original-For", "127.0.0.1:5000")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    public void Forwarded_requests_are_not_local(string header, string value) => LocalBrowser.IsSource(Request(headers: (header, value))).ShouldBeFalse();

    [Fact]
    public void Repeated_headers_are_not_trusted()
    {
        var request = Request();
        request.Request.Headers.Append("Sec-Fetch-Site", "same-origin");
        request.Request.Headers.Append("Sec-Fetch-Site", "same-origin");

        LocalBrowser.IsSource(request).ShouldBeFalse();
    }

    private static DefaultHttpContext Request(string host = "localhost:8000", params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        (context.Connection.RemoteIpAddress, context.Connection.LocalIpAddress, context.Connection.LocalPort) = (IPAddress.Loopback, IPAddress.Loopback, 8000);
        (context.Request.Scheme, context.Request.Host) = ("http", new HostString(host));
        foreach (var (name, value) in headers) context.Request.Headers[name] = value;
        return context;
    }
}
