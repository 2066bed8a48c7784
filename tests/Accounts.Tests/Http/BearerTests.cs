using Actors.Accounts.Http;
using Microsoft.AspNetCore.Http;

namespace Actors.Accounts.Tests.Http;

public sealed class BearerTests
{
    [Theory]
    [InlineData("Bearer abc", "abc")]
    [InlineData("bearer abc", "abc")]
    [InlineData("Bearer  abc ", "abc")]
    [InlineData("Bearer ", null)]
    [InlineData("Bearer", null)]
    [InlineData("Basic abc", null)]
    [InlineData("abc", null)]
    [InlineData("", null)]
    public void A_token_is_read_from_the_one_scheme(string header, string? expected)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = header;
        Bearer.Read(http.Request).ShouldBe(expected);
    }

    [Fact]
    public void Of_two_headers_none_counts()
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = new(["Bearer a", "Bearer b"]);
        Bearer.Read(http.Request).ShouldBeNull();
    }
}
