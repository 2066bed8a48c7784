namespace Actors.Accounts.Tokens;

/// <summary>
/// The header of a signed token: the one algorithm, a key id, perhaps a type, nothing else and nothing twice. So whatever else a header can ask
/// for (<c>crit</c>, <c>b64</c>, <c>zip</c>, <c>enc</c>, <c>jwk</c>, <c>jku</c>, <c>x5u</c>, <c>x5c</c>) is refused by not being known.
/// </summary>
/// <param name="KeyId"><c>kid</c>.</param>
/// <param name="Type"><c>typ</c>, when there is one.</param>
internal sealed record JwsHeader(string KeyId, string? Type)
{
    /// <summary>Reads a header; null when it is not of this form.</summary>
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
