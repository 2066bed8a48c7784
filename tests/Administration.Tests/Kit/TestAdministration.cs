using Actors.Administration.Audit;
using Actors.Administration.Settings;
using Actors.Core.Administration;
using Actors.Core.Commands;
using Actors.Core.Configuration;
using Actors.Hosting.Membership;
using Actors.Hosting.Storage;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ProgramSettings = Actors.Core.Configuration.Settings;

namespace Actors.Administration.Tests.Kit;

/// <summary>The module without routes, on its own database, wired as in the silo.</summary>
internal sealed class TestAdministration : IAsyncDisposable
{
    private readonly IHost _host;
    private readonly TestPlace _place;
    private readonly bool _ownsPlace;

    private TestAdministration(IHost host, TestPlace place, bool ownsPlace) => (_host, _place, _ownsPlace) = (host, place, ownsPlace);

    public IServiceProvider Services => _host.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IDatabase Database => Services.GetRequiredService<IDatabase>();

    public IAuditLog Log => Services.GetRequiredService<IAuditLog>();

    public AuditStore Store => Services.GetRequiredService<AuditStore>();

    public AnchorFile Anchor => Services.GetRequiredService<AnchorFile>();

    public SettingValues Values => Services.GetRequiredService<SettingValues>();

    /// <summary>Starts the module; a given place can be reused by the next one.</summary>
    public static async Task<TestAdministration> StartAsync(TestPlace? place = null, TimeProvider? time = null, Action<IServiceCollection>? also = null)
    {
        var own = place ?? await TestPlace.CreateAsync("sqlite");
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection([new("DATA_DIR", own.Folder), new("DATABASE_URL", own.Url)]);
        if (time is not null) builder.Services.AddSingleton(time);
        var settings = new ProgramSettings(builder.Configuration, new ConfigurationProblems());
        builder.AddStorage(settings);
        builder.AddAdministration(settings);
        builder.UseOrleans(static silo => silo.UseSingleSilo().UseDatabaseState());
        also?.Invoke(builder.Services);
        builder.Services.AddEngineClock();
        settings.Problems.ThrowIfAny();
        var host = builder.Build();
        await host.StartAsync();
        return new TestAdministration(host, own, place is null);
    }

    /// <summary>Writes lines of every kind.</summary>
    public async Task WriteEveryClassAsync(int rounds = 1)
    {
        var now = TimeProvider.System.GetUtcNow();
        for (var round = 0; round < rounds; round++)
        {
            await Log.WriteAsync(AuditLine.Of(now, "sign_in.failed", "account"));
            await Log.WriteAsync(AuditLine.Of(now, "sign_in.failed", "account", Guid.NewGuid().ToString()) with { RequestId = "r-1" });
            await Log.WriteAsync((AuditLine.Of(now, "access.denied", "route", "GET /api/v1/audit/logs") with { UserId = 7, RequestId = "r-2" }).With(new() { ["permission"] = "audit.read" }));
            var before = await CountAsync();
            await Grains.GetSettings().Set(new SettingChange(DenialLog.PerMinute.Key, $"{100 + before}", "60", 1, "r-3"));
            await Waiting.UntilAsync("the line of the changed setting", async () => await CountAsync() > before);
        }

        await SettledAsync();
    }

    /// <summary>Waits until the anchor contains the last commit as stored.</summary>
    public async Task SettledAsync()
    {
        var head = (await Store.HeadAsync())!.State;
        await Waiting.UntilAsync("the last line to be anchored", async () => await Anchor.ReadAsync() is { } anchor && anchor.Previous == head && anchor.Next == head);
    }

    public async Task<long> CountAsync() => (await Store.HeadAsync())?.State.Number ?? 0;

    public Task<Verification> VerifyAsync(bool anchored = true, ChainHead? known = null) =>
        Services.GetRequiredService<AuditVerifier>().VerifyAsync(anchored, known, default);

    /// <summary>Runs a command line.</summary>
    public async Task<(int Exit, IReadOnlyList<string> Said)> RunAsync(string name, params string[] words)
    {
        var said = new List<string>();
        var command = Services.GetServices<ICommandHandler>().Single(c => c.Name == name);
        var exit = await command.RunAsync(new CommandCall([.. words], line => { said.Add(line); return Task.CompletedTask; }), default);
        return (exit, said);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        if (_ownsPlace) await _place.DisposeAsync();
    }
}

/// <summary>A data folder and a database that outlive the hosts.</summary>
internal sealed class TestPlace : IAsyncDisposable
{
    private readonly TempFolder _folder = new("administration");
    private readonly PostgresDatabase? _postgres;

    private TestPlace(PostgresDatabase? postgres) => _postgres = postgres;

    public string Folder => _folder.Folder;

    public string? Url => _postgres?.Url;

    public string AnchorPath => Path.Combine(Folder, AnchorFile.FileName);

    public static async Task<TestPlace> CreateAsync(string provider) =>
        new(provider == "sqlite" ? null : await (await PostgresServer.StartAsync()).CreateDatabaseAsync());

    public async ValueTask DisposeAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        _folder.Dispose();
    }
}
