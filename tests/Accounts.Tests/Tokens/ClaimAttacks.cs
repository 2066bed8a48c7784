namespace Actors.Accounts.Tests.Tokens;

/// <summary>Attacks in the claims; all are signed with the right key.</summary>
internal static class ClaimAttacks
{
    private static readonly string[] s_times =
        ["\"1900000000\"", "1900000000.0", "1900000000.5", "19e8", "1.9E9", "-1", "-0", "1e308", "1e400", "9223372036854775808", "99999999999999999999", "true", "null", "[1900000000]", "{}", "\"\""];

    private static readonly string[] s_ids =
        ["\"\"", "null", "1", "[]", "{}", "true", "\"admin\"", $"\"{{{Forge.Account}}}\"", $"\"{Forge.Account:N}\"", $"\" {Forge.Account}\"", $"\"+{Forge.Account.ToString()[1..]}\"", $"\"0x{Forge.Account.ToString()[2..]}\"", $"\"{Forge.Session.ToString().ToUpperInvariant()}\"", $"\"{Forge.Account}\\u0000\"", "\"\\ud800\""];

    private static readonly string[] s_documents =
        ["", "null", "[]", "{}", "1", "\"x\"", "{\"sub\"", "\uFEFF{}", "{\"sub\":{\"sub\":{\"sub\":{}}}}"];

    public static IEnumerable<Attack> All(Forge forge) =>
        Payloads().Select(payload => new Attack($"claims {payload[..Math.Min(payload.Length, 160)]}", forge.Sign(forge.Header, payload)));

    private static IEnumerable<string> Payloads() => [.. OddTimes(), .. WrongTimes(), .. OddIds(), .. Doubled(), .. Others()];

    private static IEnumerable<string> OddTimes() =>
        s_times.SelectMany(time => (string[])[Forge.Claims(exp: time), Forge.Claims(iat: time), Forge.Claims(more: $",\"nbf\":{time}")]);

    private static IEnumerable<string> WrongTimes() =>
    [
        Forge.Claims(exp: ""), Forge.Claims(iat: ""),
        Forge.Claims(exp: $"{Forge.Seconds}"), Forge.Claims(iat: $"{Forge.Seconds - 10}", exp: $"{Forge.Seconds - 1}"),
        Forge.Claims(iat: "0", exp: "0"), Forge.Claims(iat: $"{Forge.Seconds + 3601}"),
        Forge.Claims(more: $",\"nbf\":{Forge.Seconds + 1}"),
    ];

    private static IEnumerable<string> OddIds() =>
    [
        .. s_ids.Select(id => Forge.Claims(sub: id)), .. s_ids.Select(id => Forge.Claims(sid: id)),
        Forge.Claims(sub: ""), Forge.Claims(sid: ""), Forge.Claims(jti: ""), Forge.Claims(jti: "\"\""), Forge.Claims(jti: "1"), Forge.Claims(jti: $"\"{new string('j', 65)}\""),
    ];

    private static IEnumerable<string> Doubled() =>
    [
        Forge.Claims(more: $",\"sub\":\"{Forge.Account}\""), Forge.Claims(more: $",\"sub\":\"{Guid.Empty}\""), Forge.Claims(more: $",\"s\\u0075b\":\"{Guid.Empty}\""),
        Forge.Claims(more: $",\"sid\":\"{Forge.Session}\""), Forge.Claims(more: ",\"exp\":9999999999"), Forge.Claims(more: $",\"iat\":{Forge.Seconds}"),
        Forge.Claims(more: ",\"jti\":\"some-id\""), Forge.Claims(more: ",\"nbf\":0,\"nbf\":0"),
    ];

    private static IEnumerable<string> Others() =>
    [
        .. s_documents, .. s_documents.Select(document => Forge.Claims() + document).Where(text => text != Forge.Claims()),
        Forge.Claims()[..^1] + ",}", "/**/" + Forge.Claims(), Forge.Claims(more: ",\"service\":true"), Forge.Claims(more: ",\"role\":\"admin\""),
        Forge.Claims(more: ",\"\":1"), Forge.Claims(more: ",\"aud\":\"internal\""), """{"service":"node","exp":9999999999}""",
    ];
}
