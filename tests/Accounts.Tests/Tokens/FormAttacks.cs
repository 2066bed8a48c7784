using System.Buffers.Text;
using System.Text;
using Actors.Accounts.Tokens;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>Attacks in the format: parts, base64, size and tokens of other kinds.</summary>
internal static class FormAttacks
{
    public static IEnumerable<Attack> All(Forge forge) => [.. Parts(forge), .. Signatures(forge), .. Spellings(forge), .. Kinds(forge), .. Sizes(forge)];

    private static IEnumerable<Attack> Parts(Forge forge)
    {
        var (header, payload, signature) = Split(forge.Good);
        yield return new("no dot", header);
        yield return new("one dot", $"{header}.{payload}");
        yield return new("three dots", $"{header}.{payload}.{signature}.");
        yield return new("four dots, as a JWE", $"{header}.{payload}.{signature}.{signature}.{signature}");
        yield return new("a dot in front", $".{header}.{payload}.{signature}");
        yield return new("nothing but dots", "..");
        yield return new("parts the other way round", $"{payload}.{header}.{signature}");
        yield return new("no header", forge.SignParts("", payload));
        yield return new("no payload", forge.SignParts(header, ""));
        yield return new("a token in a token", forge.Sign(forge.Header, $"\"{forge.Good}\""));
        yield return new("a token as the payload", forge.SignParts(header, Forge.Encode(forge.Good)));
        yield return new("JSON serialization", $$"""{"protected":"{{header}}","payload":"{{payload}}","signature":"{{signature}}"}""");
    }

    private static IEnumerable<Attack> Signatures(Forge forge)
    {
        var (header, payload, signature) = Split(forge.Good);
        yield return new("no signature (CVE-2020-28042)", $"{header}.{payload}.");
        yield return new("a signature of zeros", $"{header}.{payload}.{Base64Url.EncodeToString(new byte[32])}");
        yield return new("half a signature", $"{header}.{payload}.{signature[..20]}");
        yield return new("one byte of a signature", $"{header}.{payload}.{signature[..2]}");
        yield return new("a signature and more", $"{header}.{payload}.{signature}AAAA");
        yield return new("a signature of another payload", $"{header}.{Forge.Encode(Forge.Claims(sub: $"\"{Guid.Empty}\""))}.{signature}");
        yield return new("unused bits of the signature", $"{header}.{payload}.{signature[..^1]}{NextLetter(signature[^1])}");
    }

    private static IEnumerable<Attack> Spellings(Forge forge)
    {
        var (header, payload, signature) = Split(forge.Good);
        yield return new("a padded signature", $"{header}.{payload}.{signature}=");
        yield return new("a padded payload", forge.SignParts(header, payload + "=="));
        yield return new("a padded header", forge.SignParts(header + "=", payload));
        foreach (var odd in (string[])[" ", "\t", "\n", "\r\n", "\0", "+", "/", "%2B", "\u00a0", "é"])
        {
            yield return new($"{Uri.EscapeDataString(odd)} in the header", forge.SignParts(header[..4] + odd + header[4..], payload));
            yield return new($"{Uri.EscapeDataString(odd)} in the payload", forge.SignParts(header, payload[..4] + odd + payload[4..]));
            yield return new($"{Uri.EscapeDataString(odd)} in the signature", $"{header}.{payload}.{signature[..4]}{odd}{signature[4..]}");
        }

        foreach (var around in (string[])[" {0}", "{0} ", "\t{0}", "{0}\t", "\"{0}\"", "Bearer {0}"])
        {
            yield return new($"around it {around}", string.Format(null, around, forge.Good));
        }

        yield return new("a payload that is no text", forge.SignParts(header, Base64Url.EncodeToString([(byte)'{', (byte)'"', 0xFF, (byte)'"', (byte)':', (byte)'1', (byte)'}'])));
    }

    private static IEnumerable<Attack> Kinds(Forge forge)
    {
        var stranger = new Forge("quite another secret of another issuer");
        var options = new TokenOptions { Keys = forge.Keys };
        yield return new("a refresh token", new TokenIssuer(options).Refresh(Forge.Account, Forge.Session, 1));
        yield return new("an internal service's token", "internal_service_token");
        yield return new("another issuer's token", stranger.Good);
        yield return new("another issuer's signature", stranger.Sign(forge.Header, forge.Payload));
        yield return new("our signature under another's kid", forge.Sign(stranger.Header, forge.Payload));
        yield return new("base64 JSON without a signature", Convert.ToBase64String(Encoding.UTF8.GetBytes(forge.Payload)));
    }

    private static IEnumerable<Attack> Sizes(Forge forge)
    {
        foreach (var size in (int[])[SignedToken.MaxLength + 1, 20_000, 1 << 20])
        {
            var spaces = new string(' ', size * 3 / 4);
            yield return new($"{size} characters of payload", forge.Sign(forge.Header, spaces + forge.Payload));
            yield return new($"{size} characters of header", forge.Sign(spaces + forge.Header, forge.Payload));
            yield return new($"{size} characters of nothing", new string('A', size));
            yield return new($"{size} dots", new string('.', size));
        }
    }

    private static (string Header, string Payload, string Signature) Split(string token) =>
        token.Split('.') is [var header, var payload, var signature] ? (header, payload, signature) : throw new ArgumentException("no token", nameof(token));

    // The last character of a signature has four significant bits; the next character differs only in the two unused bits.
    private static char NextLetter(char letter)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return alphabet[alphabet.IndexOf(letter, StringComparison.Ordinal) | 1];
    }
}
