using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Actors.Benchmarks.Bare;

/// <summary>Plain Kestrel with a fixed response: the minimum cost of a request.</summary>
internal static class BareServer
{
    /// <summary>Starts the server in this process.</summary>
    public static async Task<(WebApplication App, Uri Address)> StartAsync(BareAnswer answer, string? url = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url ?? $"http://127.0.0.1:{FreePort.Next()}");
        var app = builder.Build();
        app.Run(context =>
        {
            foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
            context.Response.ContentLength = answer.Body.Length;
            return context.Response.Body.WriteAsync(answer.Body, 0, answer.Body.Length);
        });
        await app.StartAsync();
        return (app, new Uri(app.Urls.First()));
    }
}
