using System.Text;
using System.Text.Json;
using Actors.Accounts.EventsFace;
using Actors.Web.Errors;

namespace Actors.Accounts.Tests.EventsFace;

public sealed class FaceErrorsTests
{
    private static readonly ErrorContext s_context = new("id", DateTimeOffset.UnixEpoch, "POST", "/api/auth/login");

    [Fact]
    public void Details_replace_the_body()
    {
        Written(FaceErrors.Taken).ShouldBe("""{"error":["A user with that username already exists."]}""");
        Written(FaceErrors.WrongCredentials).ShouldBe("""{"error":"Invalid username or password"}""");
        Written(FaceErrors.BadRefreshToken).ShouldBe("""{"error":"Refresh token is missing or invalid"}""");
    }

    [Fact]
    public void Other_errors_have_the_format_of_REST_framework()
    {
        Written(FaceErrors.CommonPassword).ShouldBe("""{"password":["This password is too common."]}""");
        FaceErrors.Instance.StatusOf(FaceErrors.CommonPassword).ShouldBe(400);
        Written(ApiError.OfStatus(404)).ShouldBe("""{"detail":"Not found."}""");
        Written(new ApiError(401, "Not authenticated")).ShouldBe("""{"detail":"Authentication credentials were not provided."}""");
        Written(new ApiError(403, "Not enough permissions")).ShouldBe("""{"detail":"You do not have permission to perform this action."}""");
    }

    private static string Written(ApiError error)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            FaceErrors.Instance.Write(json, error, s_context);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
