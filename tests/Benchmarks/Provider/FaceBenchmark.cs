using Actors.Accounts.Identifiers;
using Actors.Accounts.Passwords;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.Benchmarks.Bare;
using Actors.Catalog.Provider;
using Actors.Catalog.Provider.Sync;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Benchmarks.Provider;

/// <summary>
/// Measures <c>GET /api/events</c> of a running silo with the rate limiter on, compared with a bare server that returns the same bytes. The limit is
/// 100 a minute and account, so requests come from many accounts, with others in each round.
/// </summary>
internal static class FaceBenchmark
{
    private const int Rounds = 3, PerRound = 1_000, Stored = 50, CheapIterations = 10, Concurrency = 32;
    private static readonly TimeSpan s_turn = TimeSpan.FromSeconds(3);

    public static async Task RunAsync()
    {
        if (Wrk.WhyMissing is { } reason)
        {
            Console.WriteLine($"face is left out: {reason}");
            return;
        }

        using var settings = new SiloSettings(("LOG_LEVEL", "WARNING"), ("RATE_LIMIT", "on"));
        using var folder = new TempFolder("face");
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings, builder => builder.Services.AddSingleton(new PasswordSettings { Iterations = CheapIterations }));
        await StoreAsync(silo.App.Services.GetRequiredService<IGrainFactory>());
        var tokens = await SignInAsync(silo.App.Services.GetRequiredService<Authenticator>());
        var (bare, address) = await BareServer.StartAsync(new BareAnswer(await AnswerAsync(silo, tokens[^1]), [new("Content-Type", "application/json")]));
        await using (bare)
        {
            var round = 0;
            Task<double> Ours() => Wrk.RunScriptAsync(settings.AddressOf(), s_turn, Script(folder, tokens, round++));
            await Ours();
            var (ours, theirs) = await SideBySide.RunAsync(Ours, () => Wrk.RunAsync(new Uri(address, "/api/events"), s_turn), Rounds);
            Table.Title($"GET /api/events, {Stored} events stored, 64 connections of wrk on the same machine, {Environment.ProcessorCount} cores");
            Table.Row("bare Kestrel, the same bytes", theirs, "requests/s");
            Table.Row("/api/events, signed in, the limiter on", ours, "requests/s");
            Table.Row("/api/events of bare Kestrel", 100 * ours / theirs, "%");
        }
    }

    private static Task StoreAsync(IGrainFactory grains) => Task.WhenAll(Enumerable.Range(0, Stored).Select(number =>
    {
        var id = Guid.NewGuid();
        var soon = TimeProvider.System.GetUtcNow().AddDays(number + 1);
        return grains.GetGrain<IProviderEventGrain>(id).Offer(new ProviderEvent(id, $"Концерт {number}", soon, true, null, null, new ProviderVenue(Guid.NewGuid(), "Главная сцена")));
    }));

    private static async Task<string[]> SignInAsync(Authenticator authenticator)
    {
        var tokens = new string[((Rounds + 1) * PerRound) + 1];
        await Parallel.ForAsync(0, tokens.Length, new ParallelOptions { MaxDegreeOfParallelism = Concurrency }, async (number, cancellationToken) =>
        {
            var credentials = new Credentials(new Identifier(IdentifierKind.Username, $"bench{number}", $"bench{number}"), "correct horse battery staple");
            var made = await authenticator.RegisterAsync(credentials, new ClientInfo("127.0.0.0/24", null), cancellationToken);
            tokens[number] = made.Tokens?.AccessToken ?? throw new InvalidOperationException($"No account: {made.Result}");
        });
        return tokens;
    }

    private static async Task<byte[]> AnswerAsync(SiloHost silo, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/events") { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await silo.Client.SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static string Script(TempFolder folder, string[] tokens, int round)
    {
        var file = folder.Combine($"round{round}.lua");
        File.WriteAllText(file, $$"""
            local tokens = { {{string.Join(", ", tokens.Skip(round * PerRound).Take(PerRound).Select(token => $"\"Bearer {token}\""))}} }
            local n = 0
            function request()
              n = n + 1
              return wrk.format("GET", "/api/events", { ["Authorization"] = tokens[n % #tokens + 1] })
            end
            """);
        return file;
    }
}
