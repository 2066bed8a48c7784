using System.Net;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.Tests.SignIn;

public sealed class ClientsTests
{
    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24", "203.0.113.77")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24", "203.0.113.77")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64", "2001:db8:1:2::/64")]
    [InlineData(null, "local", "local")]
    public void A_session_stores_a_network_and_no_address(string? address, string expected, string origin)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        var client = http.GetClient();
        (client.Network, client.Origin).ShouldBe((expected, origin));
        (client.Kept().Network, client.Kept().Origin).ShouldBe((expected, expected));
    }

    [Fact]
    public void The_user_agent_is_truncated_and_cleaned()
    {
        Clients.Shortened("").ShouldBeNull();
        Clients.Shortened("\u0007\u001B").ShouldBeNull();
        Clients.Shortened("curl/8\r\nX: 1").ShouldBe("curl/8X: 1");
        Clients.Shortened(new string('a', 500))!.Length.ShouldBe(ClientInfo.MaxUserAgent);
        var odd = Clients.Shortened("a" + string.Concat(Enumerable.Repeat("😀", 200)))!;
        odd.Length.ShouldBe(ClientInfo.MaxUserAgent - 1);
        char.IsLowSurrogate(odd[^1]).ShouldBeTrue();
        Clients.Shortened("\uD800x").ShouldBe("\uFFFDx");
    }
}
