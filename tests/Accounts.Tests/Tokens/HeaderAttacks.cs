using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>
/// Attacks in the header: other algorithms, other keys and additional members. Unless noted otherwise they are signed with the right key.
/// </summary>
internal static class HeaderAttacks
{
    private static readonly string[] s_noAlgorithm = ["none", "None", "NONE", "nOnE", ""];

    private static readonly string[] s_otherAlgorithms =
        ["hs256", "HS256 ", "HS384", "HS512", "HS1", "RS256", "RS512", "PS256", "ES256", "EdDSA", "dir", "A256GCMKW", "PBES2-HS256+A128KW", "HS256\\u0000"];

    private static readonly string[] s_keyIds =
    [
        "\"../../../../dev/null\"", "\"/proc/sys/kernel/randomize_va_space\"", "\"' UNION SELECT 'x' -- \"", "\"http://127.0.0.1:1/key\"",
        "\"|/bin/sleep 10\"", "\"\\u0000\"", "\"\"", "null", "0", "true", "[]", "{}", $"\"{new string('k', 65536)}\"",
    ];

    private static readonly string[] s_members =
    [
        "\"crit\":[\"exp\"],\"exp\":1", "\"crit\":[]", "\"b64\":false", "\"b64\":false,\"crit\":[\"b64\"]", "\"zip\":\"DEF\"", "\"enc\":\"A128GCM\"",
        "\"cty\":\"JWT\"", "\"x5t\":\"AAAA\"", "\"x5c\":[\"MIIB\"]", "\"p2c\":2147483647", "\"anything\":1",
        "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}",
    ];

    private static readonly string[] s_types = ["at+jwt", "jwt", "JOSE", "JWE", "secevent+jwt", "refresh", ""];

    public static IEnumerable<Attack> All(Forge forge, Uri? callHome = null) =>
        [.. Algorithms(forge), .. Keys(forge), .. Headers(forge), .. Doubled(forge), .. callHome is null ? [] : Addresses(forge, callHome)];

    private static IEnumerable<Attack> Algorithms(Forge forge)
    {
        foreach (var none in s_noAlgorithm)
        {
            var signed = forge.Sign(forge.HeaderOf(none), forge.Payload);
            yield return new($"alg {none}, no signature", $"{Forge.Encode(forge.HeaderOf(none))}.{Forge.Encode(forge.Payload)}.");
            yield return new($"alg {none}, the right signature", signed);
            yield return new($"alg {none}, another's signature", $"{Forge.Encode(forge.HeaderOf(none))}.{Forge.Encode(forge.Payload)}.{forge.Good.Split('.')[2]}");
        }

        foreach (var other in s_otherAlgorithms)
        {
            yield return new($"alg {other}", forge.Sign(forge.HeaderOf(other), forge.Payload));
        }

        foreach (var value in (string[])["null", "1", "[\"HS256\"]", "{\"a\":\"HS256\"}"])
        {
            yield return new($"alg {value}", forge.Sign($$"""{"alg":{{value}},"typ":"JWT","kid":"{{forge.KeyId}}"}""", forge.Payload));
        }

        yield return new("no alg", forge.Sign($$"""{"typ":"JWT","kid":"{{forge.KeyId}}"}""", forge.Payload));
        yield return new("HS384 by the right key", OfHash(forge, "HS384", HMACSHA384.HashData));
        yield return new("HS512 by the right key", OfHash(forge, "HS512", HMACSHA512.HashData));
        yield return new("ES256 with r = s = 0", $"{Forge.Encode(forge.HeaderOf("ES256"))}.{Forge.Encode(forge.Payload)}.{Base64Url.EncodeToString(new byte[64])}");
    }

    private static IEnumerable<Attack> Keys(Forge forge)
    {
        foreach (var id in s_keyIds)
        {
            var name = id.Length > 60 ? id[..60] : id;
            yield return new($"kid {name}, signed with no bytes", Forge.Sign(Forge.HeaderOfKey(id), forge.Payload, []));
            yield return new($"kid {name}, signed with x", Forge.Sign(Forge.HeaderOfKey(id), forge.Payload, "x"u8.ToArray()));
            yield return new($"kid {name}, signed with the right key", forge.Sign(Forge.HeaderOfKey(id), forge.Payload));
        }

        foreach (var secret in (string[])["", "change_me", "secret", "your-256-bit-secret", forge.KeyId, PublicKey()])
        {
            yield return new($"signed with {secret}", Forge.Sign(forge.Header, forge.Payload, Encoding.UTF8.GetBytes(secret)));
            yield return new($"RS256 signed as HS256 with {secret}", Forge.Sign(forge.HeaderOf("RS256"), forge.Payload, Encoding.UTF8.GetBytes(secret)));
        }

        yield return new("the right kid and a NUL", forge.Sign(Forge.HeaderOfKey($"\"{forge.KeyId}\\u0000\""), forge.Payload));
        yield return new("the right kid in other case", forge.Sign(Forge.HeaderOfKey($"\"{Swapped(forge.KeyId)}\""), forge.Payload));
        yield return new("no kid", forge.Sign("""{"alg":"HS256","typ":"JWT"}""", forge.Payload));
    }

    private static IEnumerable<Attack> Headers(Forge forge)
    {
        foreach (var member in s_members)
        {
            yield return new(member, forge.Sign(forge.HeaderWith(member), forge.Payload));
        }

        foreach (var type in s_types)
        {
            yield return new($"typ {type}", forge.Sign($$"""{"alg":"HS256","typ":"{{type}}","kid":"{{forge.KeyId}}"}""", forge.Payload));
        }

        var raw = $"{Forge.Encode(forge.HeaderWith("\"b64\":false,\"crit\":[\"b64\"]"))}.{forge.Payload}";
        yield return new("b64 false, the payload as it is", $"{raw}.{forge.Good.Split('.')[2]}");
        yield return new("no typ", forge.Sign($$"""{"alg":"HS256","kid":"{{forge.KeyId}}"}""", forge.Payload));
        yield return new("a jwk that signs", OwnKey(forge));
        foreach (var header in (string[])["", "{}", "[]", "null", "\"HS256\"", "{", forge.Header + "{}", forge.Header + " x", "\uFEFF" + forge.Header, forge.Header[..^1] + ",}"])
        {
            yield return new($"header {header}", forge.Sign(header, forge.Payload));
        }
    }

    private static IEnumerable<Attack> Doubled(Forge forge)
    {
        yield return new("alg twice", forge.Sign(forge.HeaderWith("\"alg\":\"HS256\""), forge.Payload));
        yield return new("alg twice, none first", forge.Sign($$"""{"alg":"none","alg":"HS256","typ":"JWT","kid":"{{forge.KeyId}}"}""", forge.Payload));
        yield return new("alg twice, once in escapes", forge.Sign(forge.HeaderWith("\"\\u0061lg\":\"HS256\""), forge.Payload));
        yield return new("kid twice", forge.Sign(forge.HeaderWith($"\"kid\":\"{forge.KeyId}\""), forge.Payload));
        yield return new("typ twice", forge.Sign(forge.HeaderWith("\"typ\":\"JWT\""), forge.Payload));
    }

    private static IEnumerable<Attack> Addresses(Forge forge, Uri callHome)
    {
        foreach (var name in (string[])["jku", "x5u", "kid"])
        {
            var header = name == "kid" ? Forge.HeaderOfKey($"\"{callHome}\"") : forge.HeaderWith($"\"{name}\":\"{callHome}\"");
            yield return new($"{name} {callHome}", forge.Sign(header, forge.Payload));
        }
    }

    private static string OfHash(Forge forge, string algorithm, Func<byte[], byte[], byte[]> mac)
    {
        var input = $"{Forge.Encode(forge.HeaderOf(algorithm))}.{Forge.Encode(forge.Payload)}";
        return $"{input}.{Base64Url.EncodeToString(mac(Encoding.UTF8.GetBytes(AttackTests.Secret), Encoding.UTF8.GetBytes(input)))}";
    }

    private static string OwnKey(Forge forge)
    {
        var key = new byte[32];
        var header = forge.HeaderWith($$"""
            "jwk":{"kty":"oct","alg":"HS256","kid":"{{forge.KeyId}}","k":"{{Base64Url.EncodeToString(key)}}"}
            """);
        return Forge.Sign(header, forge.Payload, key);
    }

    private static string PublicKey()
    {
        using var rsa = RSA.Create(2048);
        return rsa.ExportSubjectPublicKeyInfoPem();
    }

    private static string Swapped(string text) => new([.. text.Select(letter => char.IsUpper(letter) ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter))]);
}
