using System.Buffers.Text;
using System.Text.Json.Nodes;

namespace Actors.Specs.Tests.Auth;

internal static class Jwt
{
    /// <summary>What an access token says; its signature is not looked at.</summary>
    public static JsonObject Claims(string token) => JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();
}
