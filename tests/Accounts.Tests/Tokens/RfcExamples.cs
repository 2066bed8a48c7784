using System.Buffers.Text;
using System.Text;
using Actors.Accounts.Tokens;
using Actors.TestKit;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>RFC 7515 appendix A.1, which is RFC 7519 section 3.1 as well: the HS256 example.</summary>
public sealed class RfcExamples
{
    private const string Key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow";
    private const string Header = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9";
    private const string Payload = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    private const string Signature = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    // RFC 7519 section 6.1: the same claims without a signature.
    private const string Unsecured = $"eyJhbGciOiJub25lIn0.{Payload}.";
    private static readonly byte[] s_secret = Base64Url.DecodeFromChars(Key);

    [Fact]
    public void The_signature_matches_the_RFC()
    {
        Span<byte> mac = stackalloc byte[SigningKey.MacBytes];
        new SigningKey(s_secret).SignAccess(Encoding.ASCII.GetBytes($"{Header}.{Payload}"), mac);

        Base64Url.EncodeToString(mac).ShouldBe(Signature);
    }

    [Fact]
    public void The_parts_match_the_RFC()
    {
        Span<byte> bytes = stackalloc byte[200];

        StrictBase64.TryDecode(Header, bytes, out var written).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes[..written]).ShouldBe("{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}");
        StrictBase64.TryDecode(Payload, bytes, out written).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes[..written]).ShouldBe("{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}");
    }

    [Theory]
    [InlineData($"{Header}.{Payload}.{Signature}")]
    [InlineData(Unsecured)]
    public void The_examples_are_not_access_tokens(string token)
    {
        var options = new TokenOptions { Keys = new SigningKeys([new SigningKey(s_secret)]) };

        new TokenReader(options, new ManualTimeProvider(DateTimeOffset.UnixEpoch.AddSeconds(1300819000))).Read(token).ShouldBeNull();
    }
}
