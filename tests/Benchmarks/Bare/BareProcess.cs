using Actors.TestKit;

namespace Actors.Benchmarks.Bare;

/// <summary>
/// A bare server in a separate process with the same garbage collector settings as the silo. It copies the response of one address and returns it for
/// every request.
/// </summary>
internal sealed class BareProcess : IAsyncDisposable
{
    public const string Name = "bare";
    private const string Copies = "BARE_COPIES", Url = "BARE_URL";
    private readonly Worker _worker;

    private BareProcess(Worker worker, Uri address) => (_worker, Address) = (worker, address);

    public Uri Address { get; }

    public int ProcessId => _worker.Id;

    public static async Task<BareProcess> StartAsync(Uri copied)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        return new(await Worker.StartAsync(Name, (Copies, copied.ToString()), (Url, address.ToString())), address);
    }

    /// <summary>The entry point of the process.</summary>
    public static async Task ServeAsync()
    {
        var answer = await BareAnswer.CopyAsync(new Uri(Worker.Needed(Copies)));
        var (app, _) = await BareServer.StartAsync(answer, Worker.Needed(Url));
        await using (app) await Worker.ServeAsync(static () => Task.FromResult(""));
    }

    public ValueTask DisposeAsync() => _worker.DisposeAsync();
}
