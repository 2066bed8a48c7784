using System.Text.Json.Nodes;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Auth;

/// <summary>S1: body, status and headers do not reveal whether an account exists, on any route. The tests of the hash measure the duration.</summary>
[Collection(AuthGroup.Name)]
public sealed class SameAnswerTests(AuthSilo silo)
{
    private const int EnoughToBeBackedOff = 12;

    [Theory]
    [InlineData("/auth/login")]
    [InlineData("/auth/change-password")]
    [InlineData("/api/auth/login")]
    public async Task An_unknown_account_equals_a_wrong_password(string path)
    {
        var known = await silo.Auth.RegisterAsync();
        var unknown = await silo.All.PostAsync(path, Body(Asking.NewEmail(), "wrong"));
        var wrong = await silo.All.PostAsync(path, Body(known, "wrong"));
        unknown.Status.ShouldBe(401);
        wrong.Fingerprint.ShouldBe(unknown.Fingerprint);
    }

    [Fact]
    public async Task Control_The_comparison_sees_a_difference()
    {
        var known = await silo.Auth.RegisterAsync();
        var taken = await silo.Gateway.PostAsync("/auth/register", Asking.Credentials(known));
        var free = await silo.Gateway.PostAsync("/auth/register", Asking.Credentials(Asking.NewEmail()));
        taken.Fingerprint.ShouldNotBe(free.Fingerprint);
    }

    [Theory]
    [InlineData("/auth/login")]
    [InlineData("/auth/change-password")]
    [InlineData("/api/auth/login")]
    public async Task A_blocked_account_equals_an_unknown_one(string path)
    {
        await using var slow = await SiloHost.StartAsync(SiloApp.Create, also: builder => builder.Services.AddSingleton<TimeProvider, SlowClock>());
        var known = await slow.Client.RegisterAsync();
        var unknown = await slow.Client.PostAsync(path, Body(Asking.NewEmail(), "wrong"));
        for (var n = 0; n < EnoughToBeBackedOff; n++)
            (await slow.Client.PostAsync(path, Body(known, "wrong"))).Fingerprint.ShouldBe(unknown.Fingerprint);
        (await slow.Client.PostAsync(path, Body(known, Asking.Password))).Fingerprint.ShouldBe(unknown.Fingerprint);
    }

    [Fact]
    public async Task Control_An_unblocked_account_signs_in()
    {
        var known = await silo.Auth.RegisterAsync();
        (await silo.All.PostAsync("/auth/login", Body(known, "wrong"))).Status.ShouldBe(401);
        (await silo.All.PostAsync("/auth/login", Body(known, Asking.Password))).Status.ShouldBe(200);
    }

    private static JsonObject Body(string email, string password)
    {
        var body = Asking.Credentials(email, password);
        body["newPassword"] = "new";
        return body;
    }
}
