using System.Text.Json.Nodes;
using Actors.Specs.Tests.Auth;

namespace Actors.Specs.Tests.EventsFace;

/// <summary>Bodies of events-face.</summary>
internal static class Face
{
    public static string NewName() => $"anna-{Guid.NewGuid():N}";

    public static JsonObject Credentials(string name, string password = Asking.Password) => new() { ["username"] = name, ["password"] = password };

    public static JsonObject Refresh(string token) => new() { ["refresh"] = token };

    /// <summary>A new account that is signed in.</summary>
    public static async Task<(string Name, string Access, string Refresh)> NewPersonAsync(this AuthSilo silo)
    {
        var name = NewName();
        var made = await silo.All.PostAsync("/api/auth/register", Credentials(name));
        made.Status.ShouldBe(201, made.Text);
        return (name, made.AccessToken, made.Body!["refresh_token"]!.ToString());
    }
}
