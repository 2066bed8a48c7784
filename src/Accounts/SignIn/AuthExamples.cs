namespace Actors.Accounts.SignIn;

/// <summary>Examples of <c>/auth</c> for the OpenAPI document.</summary>
internal static class AuthExamples
{
    public const string AccessToken =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIzZjFjMmI0YSJ9.2mZ5s5gR0m3pJ8V1Yx6c7d9e0f1a2b3c4d5e6f7a8b9";

    public const string SignIn = """{ "email": "user@example.com", "password": "P@ssw0rd" }""";

    public const string ChangePassword = """{ "email": "user@example.com", "password": "P@ssw0rd", "newPassword": "c0rrect horse" }""";

    public const string Registered =
        """{ "id": "3f1c2b4a-5d6e-4f70-8192-a3b4c5d6e7f8", "email": "user@example.com", "message": "Succes" }""";

    public const string Tokens = $$"""{ "access_token": "{{AccessToken}}", "token_type": "bearer" }""";

    public const string LoggedOut = """{ "detail": "Logged out" }""";

    public const string EmailTaken = """{ "detail": "Email already registered" }""";

    public const string WrongCredentials = """{ "detail": "Invalid credentials" }""";

    public const string NoRefreshToken = """{ "detail": "Refresh token is missing or invalid" }""";

    public const string NotAuthenticated = """{ "detail": "Not authenticated" }""";

    public const string NoSession = """{ "detail": "Session not found" }""";

    public const string Invalid =
        """
        {
          "detail": [
            {
              "loc": ["body", "email"],
              "msg": "value is not a valid email address: An email address must have an @-sign.",
              "type": "value_error"
            }
          ]
        }
        """;

    public const string Sessions =
        """
        [
          {
            "id": "7a8b9c0d-1e2f-4a3b-8c5d-6e7f8091a2b3",
            "created_at": "2026-11-21T09:30:00Z",
            "last_used_at": "2026-11-21T10:05:00Z",
            "expires_at": "2026-12-21T10:05:00Z",
            "network": "203.0.113.0/24",
            "user_agent": "curl/8.14.1",
            "current": true
          }
        ]
        """;
}
