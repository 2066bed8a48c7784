using System.Net;
using Actors.Core.Configuration;
using Actors.Web.Listeners;
using Actors.Web.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Web.Tests.RateLimiting;

public sealed class LimitSettings
{
    [Fact]
    public async Task RATE_LIMIT_off_is_refused_in_Production()
    {
        var problems = Read("RATE_LIMIT", "off", out var services, production: false);
        problems.ShouldBeEmpty();
        var limiter = services.BuildServiceProvider().GetRequiredService<IRateLimiter>();
        for (var turn = 0; turn < 100; turn++)
            (await limiter.RefusalAsync(new DefaultHttpContext(), RateLimitPolicies.SignInIdentifier, "anna")).ShouldBeNull();

        Read("RATE_LIMIT", "off", out _, production: true).ShouldContain(problem => problem.Contains("RATE_LIMIT"));
        Read("RATE_LIMIT", "sometimes", out _, production: false).ShouldContain(problem => problem.Contains("RATE_LIMIT"));
    }

    [Theory]
    [InlineData("10.0.0.0/8, 192.168.1.1, 2001:db8::/32, ::1", 0)]
    [InlineData("", 0)]
    [InlineData("proxy.example", 1)]
    [InlineData("10.0.0.0/33, 10.0.0", 1)]
    public void Trusted_proxies_are_addresses_and_networks(string value, int problems)
    {
        var found = Read("TRUSTED_PROXIES", value, out _, production: true);
        found.Count.ShouldBe(problems);
        found.ShouldAllBe(problem => problem.Contains("TRUSTED_PROXIES"));
    }

    [Fact]
    public void Trusting_every_proxy_is_refused() =>
        Read("FORWARDEDHEADERS_ENABLED", "true", out _, production: false).ShouldContain(problem => problem.Contains("TRUSTED_PROXIES"));

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("fe80::1%3", "fe80::/64")]
    [InlineData(null, "local")]
    public void A_network_is_an_IPv4_address_or_64_bits_of_IPv6(string? address, string network) =>
        ClientNetworks.Of(address is null ? null : IPAddress.Parse(address)).ShouldBe(network);

    [Theory]
    [InlineData("UPPER", 1, 60)]
    [InlineData("", 1, 60)]
    [InlineData("a\"b", 1, 60)]
    [InlineData("zero", 0, 60)]
    [InlineData("many", 10_001, 60)]
    [InlineData("short", 1, 0)]
    public void An_invalid_policy_throws(string name, int permits, int seconds) =>
        Should.Throw<ArgumentException>(() => new RateLimitPolicy(name, permits, TimeSpan.FromSeconds(seconds), RateLimitPartition.Network));

    private static List<string> Read(string name, string value, out IServiceCollection services, bool production)
    {
        var problems = new ConfigurationProblems();
        var settings = new Settings(new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build(), problems);
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = production ? Environments.Production : Environments.Development });
        builder.AddTrustedProxies(settings);
        builder.AddRateLimits(settings);
        services = builder.Services;
        return [.. problems.All.Select(problem => problem.ToString())];
    }
}
