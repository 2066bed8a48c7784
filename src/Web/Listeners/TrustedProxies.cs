using System.Collections.Immutable;
using System.Net;
using Actors.Core.Configuration;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Actors.Web.Listeners;

/// <summary>
/// <c>TRUSTED_PROXIES</c>: addresses and networks (CIDR) of the proxies before us. Of <c>X-Forwarded-For</c> the last address that is none of them
/// is the client, and of <c>X-Forwarded-Proto</c> its scheme. Without the setting these headers mean nothing: anybody can write them.
/// </summary>
public static class TrustedProxies
{
    private const string Setting = "TRUSTED_PROXIES";
    private const string TrustsEverybody = "FORWARDEDHEADERS_ENABLED";

    /// <summary>Reads the setting.</summary>
    public static void AddTrustedProxies(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Flag(TrustsEverybody, false)) settings.Problems.Add("ASPNETCORE_" + TrustsEverybody, "would believe everybody. Name the proxies in TRUSTED_PROXIES.");
        builder.Services.AddSingleton(new ProxyList([.. settings.List(Setting).SelectMany(text => Read(text, settings.Problems))]));
    }

    /// <summary>Puts the client's address in the place of the proxy's. Comes first.</summary>
    public static IApplicationBuilder UseTrustedProxies(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var proxies = app.ApplicationServices.GetRequiredService<ProxyList>().Networks;
        return proxies.IsEmpty ? app : app.UseForwardedHeaders(OptionsOf(proxies));
    }

    private static ForwardedHeadersOptions OptionsOf(ImmutableArray<IPNetwork> proxies)
    {
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // As far back as proxies of ours go; the server bounds the header.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies) options.KnownIPNetworks.Add(proxy);
        return options;
    }

    private static ImmutableArray<IPNetwork> Read(string text, ConfigurationProblems problems)
    {
        if (IPAddress.TryParse(text, out var address)) return [new IPNetwork(address, address.GetAddressBytes().Length * 8)];
        if (IPNetwork.TryParse(text, out var network)) return [network];
        problems.Add(Setting, $"\"{text}\" is neither an address nor a network such as 10.0.0.0/8.");
        return [];
    }
}

/// <summary>The networks of <c>TRUSTED_PROXIES</c>.</summary>
internal sealed record ProxyList(ImmutableArray<IPNetwork> Networks);
