using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Actors.Web.Identity;
using Actors.Web.Listeners;

namespace Actors.Web.Idempotency;

/// <summary>The scope of a key: caller, listener role, method and route with its values. All spellings of a path have the same scope.</summary>
internal static class IdempotencyScope
{
    /// <summary>Maximum length of a key.</summary>
    public const int MaxKeyLength = 255;

    private static readonly SearchValues<char> s_visible = SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(code => (char)code)]);

    public static bool IsKey(string? key) => key is { Length: > 0 and <= MaxKeyLength } && !key.AsSpan().ContainsAnyExcept(s_visible);

    /// <summary>The grain's key.</summary>
    public static string Of(HttpContext context, string key)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? context.Request.Path.Value;
        var values = context.Request.RouteValues.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={Normal(value.Value)}");
        return Hash([context.GetPrincipal(), context.GetRole(), context.Request.Method, route, .. values, key]);
    }

    /// <summary>
    /// The hash of query and body; a key is valid for one fingerprint. It is an HMAC with the key, which is not stored, because the body may contain
    /// a password and the table must not reveal it. On routes that end the caller's session, the fingerprint includes the session, so that another
    /// session of the account does not get the response.
    /// </summary>
    public static string Fingerprint(HttpContext context, string key, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.ASCII.GetBytes(key));
        hash.AppendData(Encoding.UTF8.GetBytes($"{context.Request.QueryString.Value}\n{SessionOf(context)}"));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string? SessionOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<EndsSession>() is null
        ? null
        : (context.FindCaller()?.SessionId ?? context.FindFormerCaller()?.SessionId)?.ToString();

    private static string Hash(IEnumerable<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"{part?.Length ?? 0}:{part}")))));

    private static string? Normal(object? value)
    {
        var text = Convert.ToString(value, CultureInfo.InvariantCulture);
        return Guid.TryParse(text, out var id) ? id.ToString() : text;
    }
}
