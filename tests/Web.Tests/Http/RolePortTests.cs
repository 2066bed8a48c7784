using Actors.TestKit;
using Actors.Web.Listeners;
using Actors.Web.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Web.Tests.Http;

/// <summary>In Development, a role's port in use causes a warning and the program runs.</summary>
public sealed class RolePortTests
{
    [Fact]
    public async Task Programs_started_together_share_the_roles()
    {
        var (auth, catalog) = (FreePort.Next(), FreePort.Next());
        var servers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(auth, catalog))));
        try
        {
            foreach (var port in new[] { auth, catalog })
            {
                servers.Count(server => server.Services.GetRequiredService<ListenerPlan>().Roles.ContainsKey(port)).ShouldBe(1);
                servers.Count(server => server.Log.Lines.Any(line => line.Contains($"Port {port} is in use", StringComparison.Ordinal))).ShouldBe(3);
            }

            foreach (var server in servers) (await server.Client.GetStringAsync("/health")).ShouldContain("gateway");
            (await servers[0].Client.GetStringAsync(new Uri($"http://127.0.0.1:{auth}/health"))).ShouldContain("auth");
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync().AsTask().Within("the end");
        }
    }

    [Fact]
    public async Task In_Production_a_port_in_use_ends_the_start()
    {
        var (auth, catalog) = (FreePort.Next(), FreePort.Next());
        await using var first = await StartAsync(auth, catalog);

        await Should.ThrowAsync<IOException>(() => StartAsync(auth, catalog, "Production"));
    }

    private static Task<ApiServer> StartAsync(int auth, int catalog, string environment = "Development") => ApiServer.StartAsync(static app => app.MapHealth(), builder =>
    {
        builder.Environment.EnvironmentName = environment;
        builder.Configuration["LISTENERS"] = $"auth={auth},catalog={catalog}";
        builder.Configuration["urls"] = $"http://localhost:{FreePort.Next()}";
        builder.AddListeners(new(builder.Configuration));
        builder.Services.AddHealthChecks();
    });
}
