using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Actors.Accounts.Tests.Tokens;

/// <summary>A careless reader that accepts the attacks, for negative controls.</summary>
internal static class NaiveReader
{
    public static bool Reads(string token, string secret, bool obeysAlgorithm)
    {
        try
        {
            var parts = token.Split('.');
            using var header = JsonDocument.Parse(Decode(parts[0]));
            using var claims = JsonDocument.Parse(Decode(parts[1]));
            var key = header.RootElement.TryGetProperty("jwk", out var jwk) && obeysAlgorithm ? Decode(jwk.GetProperty("k").GetString()!) : Encoding.UTF8.GetBytes(secret);
            var algorithm = obeysAlgorithm ? header.RootElement.GetProperty("alg").GetString() ?? "none" : "HS256";
            return IsSigned(parts, algorithm, key) && claims.RootElement.GetProperty("sub").GetString() is not null
                && claims.RootElement.GetProperty("exp").GetInt64() > Forge.Seconds;
        }
        catch (Exception failure) when (failure is FormatException or JsonException or InvalidOperationException or KeyNotFoundException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    private static bool IsSigned(string[] parts, string algorithm, byte[] key)
    {
        var input = Encoding.UTF8.GetBytes($"{parts[0]}.{parts[1]}");
        var signature = Decode(parts[2]);
        return algorithm.ToUpperInvariant() switch
        {
            "NONE" => true,
            "HS384" => signature.AsSpan().SequenceEqual(HMACSHA384.HashData(key, input)),
            "HS512" => signature.AsSpan().SequenceEqual(HMACSHA512.HashData(key, input)),
            _ => signature.AsSpan().SequenceEqual(HMACSHA256.HashData(key, input)),
        };
    }

    private static byte[] Decode(string text)
    {
        var padded = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        return Convert.FromBase64String(padded + new string('=', (4 - (padded.Length % 4)) % 4));
    }
}
