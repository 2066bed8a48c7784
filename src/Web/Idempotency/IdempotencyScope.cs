using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Actors.Web.Identity;
using Actors.Web.Listeners;

namespace Actors.Web.Idempotency;

/// <summary>What a key belongs to: who asks, which listener's service, method and route with its values. However the path is spelled, the route is one.</summary>
internal static class IdempotencyScope
{
    /// <summary>Characters of a key.</summary>
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
    /// What a request asks of its route: its query and body. A key is good for one. The body may hold a password, and this is stored: so it is
    /// keyed with the key itself, which is not, and tells nothing to who reads the table. Where the session that asks is what may end, it is part
    /// of what is asked: another session of the account is not told that it has ended.
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
