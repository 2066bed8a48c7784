namespace Actors.Accounts.Tokens;

/// <summary>
/// The header of a signed token: the algorithm, a key id and an optional type. Unknown and duplicate members are refused, which covers all other JOSE
/// features (<c>crit</c>, <c>b64</c>, <c>zip</c>, <c>enc</c>, <c>jwk</c>, <c>jku</c>, <c>x5u</c>, <c>x5c</c>).
/// </summary>
/// <param name="KeyId"><c>kid</c>.</param>
/// <param name="Type"><c>typ</c>, if present.</param>
internal sealed record JwsHeader(string KeyId, string? Type)
{
    /// <summary>Parses a header; null if it is not valid.</summary>
    public static JwsHeader? Read(ReadOnlySpan<byte> json)
    {
        var members = new StrictMembers(json);
        string? algorithm = null, type = null, keyId = null;
        while (members.Next(out var name))
        {
            var known = name switch
            {
                "alg" => members.TakeText(ref algorithm),
                "typ" => members.TakeText(ref type),
                "kid" => members.TakeText(ref keyId),
                _ => false,
            };
            if (!known)
            {
                return null;
            }
        }

        return members.Complete && algorithm == TokenOptions.Algorithm && keyId is not null ? new JwsHeader(keyId, type) : null;
    }
}
