using System.Diagnostics;
using Actors.TestKit;

namespace Actors.Benchmarks.Bare;

/// <summary>
/// A bare server in a process of its own, with the garbage collector's settings of this program, which are the silo's: it copies the answer of one
/// address, headers and all, and gives it to everything.
/// </summary>
internal sealed class BareProcess : IAsyncDisposable
{
    private const string Copies = "BARE_COPIES", Url = "BARE_URL", Ready = "ready";
    private readonly Process _process;

    private BareProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<BareProcess> StartAsync(Uri copied)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        var start = new ProcessStartInfo("dotnet", [typeof(BareProcess).Assembly.Location, "bare"])
        {
            RedirectStandardOutput = true, RedirectStandardInput = true,
            Environment = { [Copies] = copied.ToString(), [Url] = address.ToString() },
        };
        var process = Process.Start(start)!;
        return await process.StandardOutput.ReadLineAsync() == Ready
            ? new BareProcess(process, address)
            : throw new InvalidOperationException($"No bare server for {copied}.");
    }

    /// <summary>What the process does: serve until whoever started it closes its input.</summary>
    public static async Task ServeAsync()
    {
        var answer = await BareAnswer.CopyAsync(new Uri(Needed(Copies)));
        var (app, _) = await BareServer.StartAsync(answer, Needed(Url));
        await using (app)
        {
            Console.WriteLine(Ready);
            await Console.In.ReadToEndAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Needed(string name) =>
        Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException("Other benchmarks start this one.");
}
