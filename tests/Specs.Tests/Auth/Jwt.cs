using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace Actors.Specs.Tests.Auth;

internal static class Jwt
{
    /// <summary>The claims of an access token; the signature is not checked.</summary>
    public static JsonObject Claims(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();
}
