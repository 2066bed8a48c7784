using Actors.Accounts.SignIn;

namespace Actors.Accounts.EventsFace;

/// <summary>Examples of <c>/api/auth</c> for the OpenAPI document.</summary>
internal static class FaceExamples
{
    private const string RefreshToken = "AT8cK0pdbk9wgZKjtMXW5_h6i5wNHi9KO4xdbn-AkaKzAAAAB2mZ5s5gR0m3pJ8V1Yx6c7d";

    public const string SignIn = """{ "username": "anna", "password": "P@ssw0rd" }""";

    public const string Registered =
        $$"""{ "message": "User registered successfully", "access_token": "{{AuthExamples.AccessToken}}", "refresh_token": "{{RefreshToken}}" }""";

    public const string LoggedIn = $$"""{ "access_token": "{{AuthExamples.AccessToken}}", "refresh_token": "{{RefreshToken}}" }""";

    public const string Refresh = $$"""{ "refresh": "{{RefreshToken}}" }""";

    public const string Refreshed =
        $$"""{ "access": "{{AuthExamples.AccessToken}}", "refresh": "{{RefreshToken}}", "access_token": "{{AuthExamples.AccessToken}}" }""";

    public const string LoggedOut = """{ "message": "Logout successful" }""";

    public const string Taken = """{ "error": ["A user with that username already exists."] }""";

    public const string WrongCredentials = """{ "error": "Invalid username or password" }""";

    public const string DeadToken = """{ "detail": "Token is invalid or expired" }""";

    public const string BadRefreshToken = """{ "error": "Refresh token is missing or invalid" }""";

    public const string NotAuthenticated = """{ "detail": "Authentication credentials were not provided." }""";
}
