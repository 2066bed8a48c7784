using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Actors.Accounts.EventsFace;
using Actors.Accounts.SignIn;

namespace Actors.Accounts;

/// <summary>Serialization of the module's responses, in snake_case.</summary>
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(RegisterAnswer))]
[JsonSerializable(typeof(DetailAnswer))]
[JsonSerializable(typeof(SessionAnswer[]))]
[JsonSerializable(typeof(FaceRegisterAnswer))]
[JsonSerializable(typeof(FaceLoginAnswer))]
[JsonSerializable(typeof(FaceRefreshAnswer))]
[JsonSerializable(typeof(MessageAnswer))]
internal sealed partial class AccountsJson : JsonSerializerContext
{
    /// <summary>Relaxed escaping is safe: bodies are JSON and never embedded in HTML.</summary>
    public static readonly AccountsJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
