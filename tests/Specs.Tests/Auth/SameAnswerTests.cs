using System.Text.Json.Nodes;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Specs.Tests.Auth;

/// <summary>S1: neither body nor status nor headers tell whether there is an account, at any door. The time is measured where the hash is.</summary>
[Collection(AuthGroup.Name)]
public sealed class SameAnswerTests(AuthSilo silo)
{
    private const int EnoughToBeBackedOff = 12;

    [Theory]
    [InlineData("/auth/login")]
    [InlineData("/auth/change-password")]
    [InlineData("/api/auth/login")]
    public async Task Unknown_and_wrong_are_answered_alike(string path)
    {
        var known = await silo.Auth.RegisterAsync();
        var unknown = await silo.All.PostAsync(path, Body(Asking.NewEmail(), "wrong"));
        var wrong = await silo.All.PostAsync(path, Body(known, "wrong"));
        unknown.Status.ShouldBe(401);
        wrong.Fingerprint.ShouldBe(unknown.Fingerprint);
    }

    [Fact]
    public async Task Control_the_comparison_sees_what_registration_tells()
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
    public async Task Somebody_who_was_guessed_at_too_often_is_answered_like_somebody_unknown_whatever_the_password(string path)
    {
        await using var slow = await SiloHost.StartAsync(SiloApp.Create, also: builder => builder.Services.AddSingleton<TimeProvider, SlowClock>());
        var known = await slow.Client.RegisterAsync();
        var unknown = await slow.Client.PostAsync(path, Body(Asking.NewEmail(), "wrong"));
        for (var n = 0; n < EnoughToBeBackedOff; n++)
            (await slow.Client.PostAsync(path, Body(known, "wrong"))).Fingerprint.ShouldBe(unknown.Fingerprint);
        (await slow.Client.PostAsync(path, Body(known, Asking.Password))).Fingerprint.ShouldBe(unknown.Fingerprint);
    }

    [Fact]
    public async Task Control_the_right_password_of_somebody_who_was_not_guessed_at_signs_in()
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
