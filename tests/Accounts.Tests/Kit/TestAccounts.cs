using Actors.Accounts.Accounts;
using Actors.Accounts.Identifiers;
using Actors.Accounts.Passwords;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.Core.Administration;
using Actors.Core.Configuration;
using Actors.Hosting.Mail;
using Actors.Hosting.Membership;
using Actors.Hosting.Storage;
using Actors.Persistence;
using Actors.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Actors.Accounts.Tests.Kit;

/// <summary>The module without routes, on its own database, wired as in the silo but with cheap hashes.</summary>
internal sealed class TestAccounts : IAsyncDisposable
{
    public const int CheapIterations = 10;

    private readonly TempFolder _folder;
    private readonly bool _ownsFolder;
    private readonly IHost _host;

    private TestAccounts(IHost host, TempFolder folder, bool ownsFolder) => (_host, _folder, _ownsFolder) = (host, folder, ownsFolder);

    public IServiceProvider Services => _host.Services;

    public Authenticator Authenticator => Services.GetRequiredService<Authenticator>();

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public IDatabase Database => Services.GetRequiredService<IDatabase>();

    /// <summary>Starts the module; a given folder or database can be reused by the next one.</summary>
    public static async Task<TestAccounts> StartAsync(
        TimeProvider? timeProvider = null, Action<IServiceCollection>? also = null, TempFolder? folder = null, string? database = null, int iterations = CheapIterations,
        string? redis = null)
    {
        var own = folder ?? new TempFolder("accounts");
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection([new("DATA_DIR", own.Folder), new("DATABASE_URL", database), new(MembershipSetting.Name, redis)]);
        if (timeProvider is not null) builder.Services.AddSingleton(timeProvider);
        var settings = new Settings(builder.Configuration, new ConfigurationProblems());
        builder.AddStorage(settings);
        builder.Services.AddSingleton(new PublicUrl(new Uri("http://localhost:8000")));
        builder.AddMail(settings);
        builder.Services.AddMetrics();
        builder.AddAccounts(settings);
        builder.Services.AddSingleton<RecordedAudit>().AddSingleton<IAuditLog>(provider => provider.GetRequiredService<RecordedAudit>());
        builder.Services.AddSingleton(new PasswordSettings { Iterations = iterations });
        builder.UseOrleans(static silo => silo.UseSingleSilo().UseDatabaseState());
        also?.Invoke(builder.Services);
        builder.Services.AddEngineClock();
        settings.Problems.ThrowIfAny();
        var host = builder.Build();
        await host.StartAsync();
        return new TestAccounts(host, own, folder is null);
    }

    public static Identifier Email(string address) => new(IdentifierKind.Email, address, address);

    public static Credentials Person(string name = "ann", string password = "correct horse") => new(Email($"{name}@example.com"), password);

    public static ClientInfo Client(string network = "192.0.2.7") => new(network, "tests");

    /// <summary>Registers an account and opens a session.</summary>
    public async Task<SignedIn> RegisterAsync(string name = "ann")
    {
        var made = await Authenticator.RegisterAsync(Person(name), Client(), default);
        made.Result.ShouldBe(RegistrationResult.Created);
        return new SignedIn(made.AccountId, made.Number, made.Tokens!);
    }

    public IAccountGrain Account(Guid id) => Grains.GetGrain<IAccountGrain>(id);

    public async Task<TokenPair?> SignInAsync(Credentials credentials, string network = "192.0.2.7") =>
        (await Authenticator.SignInAsync(credentials, Client(network), default)).Tokens;

    public Task<TokenPair?> RefreshAsync(string token) => Authenticator.RefreshAsync(token, Client(), default);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
        if (_ownsFolder) _folder.Dispose();
    }
}
