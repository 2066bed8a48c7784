using System.Net.Http.Headers;
using Actors.TestKit;

namespace Actors.Specs.Tests.Auth;

/// <summary>S8 on these routes: every file of the JSON test suite is refused with the documented error shape and never causes a 5xx.</summary>
[Collection(AuthGroup.Name)]
public sealed class HostileBodyTests(AuthSilo silo)
{
    private const string Folder = "corpora/json-test-suite";

    [SampleTheory("samples/" + Folder)]
    [InlineData("/auth/register", 422)]
    [InlineData("/auth/login", 422)]
    [InlineData("/auth/change-password", 422)]
    [InlineData("/api/auth/register", 400)]
    [InlineData("/api/auth/login", 400)]
    [InlineData("/api/auth/token/refresh", 400)]
    [InlineData("/api/auth/logout", 400)]
    public async Task No_file_of_the_suite_is_accepted(string path, int refusal)
    {
        var (_, login) = await silo.Auth.NewPersonAsync();
        foreach (var name in Samples.Names(Folder, "*.json"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(Samples.Bytes($"{Folder}/{name}")) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", login.AccessToken);
            using var sent = await silo.All.SendAsync(request);
            var answer = await Reply.OfAsync(sent);
            // 400 for bytes that are not text, 413 for the two files that exceed the size limit.
            answer.Status.ShouldBeOneOf([refusal, 400, 413], $"{name} {answer.Text}");
            if (path.StartsWith("/auth", StringComparison.Ordinal)) answer.Body!.AsObject().ShouldHaveSingleItem().Key.ShouldBe("detail");
        }

        (await silo.Gateway.PingAsync(login.AccessToken)).ShouldBe(200);
    }
}
