using Actors.Core.Configuration;
using Actors.Core.Startup;
using Actors.Hosting.Startup;
using Actors.Web.Listeners;

namespace Actors.Hosting;

/// <summary>Registers the base address of links.</summary>
internal static class PublicUrlSetup
{
    /// <summary>Uses <c>PUBLIC_URL</c>, else the address of the first listener. Call it after <c>AddListeners</c>.</summary>
    public static void AddPublicUrl(this WebApplicationBuilder builder, Settings settings)
    {
        var given = PublicUrl.Read(settings);
        builder.Services.AddSingleton(provider => given ?? new PublicUrl(new Uri(ListenerAddress.ToOpen(provider.GetRequiredService<ListenerPlan>().Urls[0]))));
        if (given is not null) builder.Services.AddSingleton(new StartLine("links", $"begin with {given.Root}"));
    }
}
