using System.Net;
using Actors.Hosting.Draining;
using Actors.Web.Requests;
using Actors.Web.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Actors.Hosting.Tests.Draining;

/// <summary>Which checks decide what the probes answer.</summary>
public sealed class ProbeTests
{
    [Theory]
    [InlineData(Health.Ready, HttpStatusCode.ServiceUnavailable)]
    [InlineData(Health.Service, HttpStatusCode.OK)]
    public async Task Only_what_the_silo_itself_needs_makes_it_unready_and_nothing_ends_its_life(string tag, HttpStatusCode readyz)
    {
        await using var server = await ApiServer.StartAsync(app => app.MapProbes(), builder =>
            builder.Services.AddHealthChecks().AddCheck("failed", () => HealthCheckResult.Unhealthy(), tags: [tag]));

        (await StatusAsync("/readyz")).ShouldBe(readyz);
        (await StatusAsync("/livez")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync("/livez", HttpMethod.Post)).ShouldBe(HttpStatusCode.MethodNotAllowed);

        async Task<HttpStatusCode> StatusAsync(string path, HttpMethod? method = null)
        {
            using var answer = await server.Client.SendAsync(new HttpRequestMessage(method ?? HttpMethod.Get, path));
            return answer.StatusCode;
        }
    }
}
