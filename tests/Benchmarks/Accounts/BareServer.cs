using Actors.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Actors.Benchmarks.Accounts;

/// <summary>Kestrel and nothing else, answering fixed bytes to everything: what a request costs before anybody thinks about it.</summary>
internal static class BareServer
{
    public static async Task<(WebApplication App, Uri Address)> StartAsync(byte[] body)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{FreePort.Next()}");
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body, 0, body.Length);
        });
        await app.StartAsync();
        return (app, new Uri(app.Urls.First()));
    }
}
