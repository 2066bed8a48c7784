using Actors.Accounts.Identifiers;
using Actors.Accounts.Sessions;
using Actors.Accounts.SignIn;
using Actors.Accounts.Tokens;
using Actors.Benchmarks.Bare;
using Actors.Core.Accounts;
using Actors.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Actors.Benchmarks.Accounts;

/// <summary>Measures <c>GET /me/ping</c> with a real session on a running silo, compared with a bare server that returns the same bytes.</summary>
internal static class PingBenchmark
{
    private const int Rounds = 3;
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        if (Wrk.WhyMissing is { } reason)
        {
            Console.WriteLine($"ping is left out: {reason}");
            return;
        }

        using var settings = new SiloSettings(("LOG_LEVEL", "WARNING"));
        await using var silo = await SiloHost.StartAsync(SiloApp.Create, settings);
        var token = await SignInAsync(silo.App.Services);
        var body = await AnswerAsync(silo, token);
        var (bare, address) = await BareServer.StartAsync(new BareAnswer(body, [new("Content-Type", "application/json")]));
        await using (bare)
        {
            await CompareAsync(new Uri(silo.Settings.AddressOf("gateway"), "/me/ping"), address, $"Authorization: Bearer {token}");
        }

        await CheckAsync(silo.App.Services.GetRequiredService<IAccess>(), token);
        Read(silo.App.Services.GetRequiredService<TokenOptions>(), token);
    }

    private static async Task CompareAsync(Uri ping, Uri bare, string header)
    {
        Table.Title($"GET /me/ping, 64 connections of wrk on the same machine, {Environment.ProcessorCount} cores");
        await Wrk.RunAsync(bare, s_warmUp, header);
        await Wrk.RunAsync(ping, s_warmUp, header);
        var (ours, theirs) = await SideBySide.RunAsync(() => Wrk.RunAsync(ping, s_duration, header), () => Wrk.RunAsync(bare, s_duration, header), Rounds);
        Table.Row("bare Kestrel, the same bytes", theirs, "requests/s");
        Table.Row("/me/ping with a session", ours, "requests/s");
        Table.Row("/me/ping of bare Kestrel", 100 * ours / theirs, "%", "40");
    }

    private static async Task CheckAsync(IAccess access, string token)
    {
        const int checks = 1_000_000;
        await RepeatAsync(access, token, checks / 10);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        await RepeatAsync(access, token, checks);
        var elapsed = clock.GetElapsedTime(started);
        Table.Row("a check of a token and its session, one after another", elapsed.TotalNanoseconds / checks, "ns");
        Table.Row("  allocated by it", (double)(GC.GetAllocatedBytesForCurrentThread() - bytes) / checks, "B");
    }

    // The same without the session; the difference is the cost of the account.
    private static void Read(TokenOptions options, string token)
    {
        const int reads = 200_000;
        var clock = TimeProvider.System;
        var remembering = new TokenReader(options, clock);
        for (var read = 0; read < reads; read++) remembering.Read(token);
        var started = clock.GetTimestamp();
        for (var read = 0; read < reads; read++) remembering.Read(token);
        Table.Row("  of it the token, whose signature is remembered", clock.GetElapsedTime(started).TotalNanoseconds / reads, "ns");
        var payload = new byte[SignedToken.MaxLength];
        started = clock.GetTimestamp();
        for (var read = 0; read < reads; read++) SignedToken.TryVerify(token, options.Keys, out _, payload, out _);
        Table.Row("a signature computed", clock.GetElapsedTime(started).TotalNanoseconds / reads, "ns");
    }

    private static async Task RepeatAsync(IAccess access, string token, int times)
    {
        for (var time = 0; time < times; time++)
        {
            _ = await access.CheckAsync(token) ?? throw new InvalidOperationException("The session has ended.");
        }
    }

    private static async Task<string> SignInAsync(IServiceProvider services)
    {
        var credentials = new Credentials(new Identifier(IdentifierKind.Username, "bench", "bench"), "correct horse battery staple");
        var made = await services.GetRequiredService<Authenticator>().RegisterAsync(credentials, new ClientInfo("127.0.0.0/24", null), CancellationToken.None);
        return made.Tokens?.AccessToken ?? throw new InvalidOperationException($"No account: {made.Result}");
    }

    private static async Task<byte[]> AnswerAsync(SiloHost silo, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/me/ping") { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await silo.ClientFor("gateway").SendAsync(request);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }
}
