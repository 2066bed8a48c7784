using System.Diagnostics;
using Actors.TestKit;

namespace Actors.Benchmarks.Bare;

/// <summary>nginx with two workers that serves one file (Debian: apt-get install nginx-light).</summary>
internal sealed class NginxServer : IAsyncDisposable
{
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);
    private readonly TempFolder _folder = new("nginx");
    private readonly Process _process;

    private NginxServer(byte[] file)
    {
        var port = FreePort.Next();
        Address = new Uri($"http://127.0.0.1:{port}/list.json");
        File.WriteAllBytes(_folder.Combine("list.json"), file);
        // The temporary folder belongs to the user who starts nginx.
        File.WriteAllText(_folder.Combine("nginx.conf"), $$"""
            daemon off; pid {{_folder.Combine("pid")}}; error_log stderr error; worker_processes 2; user {{Environment.UserName}};
            events { worker_connections 1024; }
            http { access_log off; sendfile on; tcp_nopush on; open_file_cache max=10; keepalive_requests 1000000000; types { application/json json; }
                server { listen 127.0.0.1:{{port}}; root {{_folder.Folder}}; } }
            """);
        _process = Process.Start("nginx", ["-c", _folder.Combine("nginx.conf")]);
    }

    public Uri Address { get; }

    /// <summary>Starts it; null where nginx is not installed.</summary>
    public static async Task<NginxServer?> StartAsync(byte[] file)
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "nginx")))) return null;
        var server = new NginxServer(file);
        using var client = new HttpClient();
        while (!await IsServingAsync(client, server.Address)) await Task.Delay(s_pause, TimeProvider.System);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task<bool> IsServingAsync(HttpClient client, Uri address)
    {
        try
        {
            return (await client.GetAsync(address)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
