using System.Diagnostics;
using System.Net.Http.Headers;
using Actors.TestKit;

namespace Actors.Benchmarks.Logins;

/// <summary>Measures the latency of routes without passwords at a steady rate.</summary>
internal sealed class OtherRoutes(SiloProcess silo, string token)
{
    private const int Requests = 800;
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(2);
    private static readonly string[] s_routes = ["/me/ping", "/catalog/events"];

    public async Task<IReadOnlyList<Latency>> MeasureAsync()
    {
        var measured = new List<Latency>();
        foreach (var route in s_routes) measured.Add(await MeasureAsync(route));
        return measured;
    }

    private async Task<Latency> MeasureAsync(string route)
    {
        var times = new double[Requests];
        using var pace = new PeriodicTimer(s_pace);
        for (var i = 0; i < Requests; i++)
        {
            await pace.WaitForNextTickAsync();
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(route, UriKind.Relative));
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            var start = Stopwatch.GetTimestamp();
            using var answer = await silo.Client.SendAsync(request);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            answer.EnsureSuccessStatusCode();
        }

        Array.Sort(times);
        return new Latency(route, times[Requests / 2], times[Requests * 99 / 100]);
    }
}
