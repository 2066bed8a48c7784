using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Actors.Accounts.EventsFace;
using Actors.Accounts.SignIn;

namespace Actors.Accounts;

/// <summary>JSON of the module's answers: snake_case in every family that has accounts.</summary>
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
    /// <summary>Texts as they are: bodies are JSON, never part of a page.</summary>
    public static readonly AccountsJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
