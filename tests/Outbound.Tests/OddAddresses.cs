using System.Text;
using Actors.Core.Text;
using Actors.Outbound.Guard;
using Actors.TestKit;
using Xunit.Abstractions;

namespace Actors.Outbound.Tests;

public sealed class OddAddresses(ITestOutputHelper output)
{
    private const int Tries = 3000;

    private static readonly string[] s_pieces =
    [
        "http", "https", "file", ":", "//", "/", "\\", "@", "#", "?", "%", "%00", "%2f", "[", "]", "::", "1", "127", "0x7f", ".", "..", "localhost", "a", "xn--", "xn--a", "-",
        "①", "。", "ß", "я", "\u200d", "\u00ad", "\ud83d\ude00", "\ud83d", " ", "\t", "\r\n", "\0", "80", ":99999", "%25lo", "{", "é", "test", "..", "_", "*", "\u202e",
    ];

    [Fact]
    public async Task No_parsed_text_throws_or_connects()
    {
        await using var inside = await FakeUpstream.StartAsync();
        var random = SeededRandom.Create(output);
        var guard = new NoNetwork();
        var outbound = Outgoing.Create(new StubResolver { Otherwise = "127.0.0.1" }, guard: guard);
        var asked = 0;
        for (var i = 0; i < Tries; i++)
        {
            if (WebUri.TryParse(Text(random, inside.Address.Port), out var url))
            {
                asked++;
                (await outbound.GetAsync(url, Outgoing.Once)).Failure.ShouldBeOneOf([OutboundFailure.BadUrl, OutboundFailure.Forbidden], url.OriginalString);
            }
        }

        output.WriteLine($"let out: {string.Join(", ", guard.LetOut)}");
        guard.LetOut.ShouldAllBe(address => !SpecialAddresses.Contains(address));
        asked.ShouldBeGreaterThan(Tries / 20);
        inside.Connections.ShouldBe(0);
    }

    [Theory]
    [InlineData("//\u202e")]
    [InlineData("\\\\\u202e")]
    public void A_text_for_which_Uri_throws_is_refused(string text)
    {
        WebUri.TryParse(text, out _).ShouldBeFalse();
        Should.NotThrow(() => WebUri.TryResolve(new Uri("http://a.test/"), text, out _));
    }

    [Fact]
    public async Task Relative_URLs_are_refused()
    {
        var answer = await Outgoing.Create().GetAsync(new Uri("/events", UriKind.Relative), Outgoing.Once);
        answer.Failure.ShouldBe(OutboundFailure.BadUrl);
    }

    private static string Text(Random random, int port)
    {
        var text = new StringBuilder(random.Next(4) == 0 ? string.Empty : "http://");
        for (var length = random.Next(1, 7); length > 0; length--)
        {
            text.Append(s_pieces[random.Next(s_pieces.Length)]);
        }

        return random.Next(2) == 0 ? text.Append(':').Append(port).Append('/').ToString() : text.ToString();
    }
}
