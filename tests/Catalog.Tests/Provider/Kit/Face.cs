using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Actors.Catalog.Events.Rollovers;
using Actors.Catalog.Posters.Sweep;
using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Sync;
using Actors.Catalog.Scraping.Runs;
using Actors.Core.Accounts;
using Actors.Core.Commands;
using Actors.Hosting.Commands;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Actors.Catalog.Tests.Provider.Kit;

/// <summary>A running silo with the accounts of <see cref="KnownPeople"/>, with or without a provider.</summary>
internal sealed class Face : IAsyncDisposable
{
    private readonly SiloHost _host;
    private readonly SiloSettings _settings;
    private readonly bool _ownsSettings;

    private Face(SiloHost host, SiloSettings settings, bool ownsSettings) => (this._host, this._settings, this._ownsSettings) = (host, settings, ownsSettings);

    public IServiceProvider Services => _host.App.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IDatabase Database => Services.GetRequiredService<IDatabase>();

    public HttpClient Client => _host.Client;

    public static async Task<Face> StartAsync(
        FakeProvider? provider = null, TimeProvider? timeProvider = null, SiloSettings? given = null, Action<IServiceCollection>? also = null, bool notifications = true,
        bool limits = false)
    {
        var settings = given ?? new SiloSettings();
        settings.Set("RATE_LIMIT", limits ? "on" : "off");
        provider?.Configure(settings, notifications);
        var host = await SiloHost.StartAsync(SiloApp.Create, settings, builder => Replace(builder.Services, timeProvider, also));
        return new(host, settings, given is null);
    }

    /// <summary>Completes when the grains woken at start-up are active.</summary>
    public Task AwakeAsync() => Task.WhenAll(Services.GetServices<IHostedService>().OfType<BackgroundService>()
        .Where(service => service is RolloverStart or PosterStartup or SourceStarter or ProviderStarter).Select(service => service.ExecuteTask!))
        .Within("the start of the program");

    public async Task<(int Status, JsonNode? Body)> SendAsync(HttpMethod method, string path, Guid? who = null, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (who ?? KnownPeople.Anna).ToString());
        using var answer = await Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public Task<(int Status, JsonNode? Body)> GetAsync(string path, Guid? who = null) => SendAsync(HttpMethod.Get, path, who);

    /// <summary>Runs <c>sync_events</c>; returns its exit code and output.</summary>
    public async Task<(int Exit, string Output)> CommandAsync(params string[] arguments)
    {
        var lines = new List<string>();
        var exit = await Services.GetRequiredService<CommandTable>().RunAsync("sync_events", new CommandCall([.. arguments], line =>
        {
            lines.Add(line);
            return Task.CompletedTask;
        })).Within("sync_events");
        return (exit, string.Join('\n', lines));
    }

    public Task OfferAsync(params IEnumerable<ProviderEvent> events) =>
        Task.WhenAll(events.Select(e => Grains.GetGrain<IProviderEventGrain>(e.Id).Offer(e)));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_ownsSettings) _settings.Dispose();
    }

    private static void Replace(IServiceCollection services, TimeProvider? timeProvider, Action<IServiceCollection>? also)
    {
        services.Replace(ServiceDescriptor.Singleton<IAccess>(new KnownPeople()));
        services.Replace(ServiceDescriptor.Singleton<IAccountDirectory>(new KnownPeople()));
        if (timeProvider is not null) services.Replace(ServiceDescriptor.Singleton(timeProvider));
        also?.Invoke(services);
    }
}
