using System.Collections.Immutable;
using System.Net;
using Actors.Core.Configuration;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Actors.Web.Listeners;

/// <summary>
/// <c>TRUSTED_PROXIES</c>: addresses and networks (CIDR) of the reverse proxies. The last address in <c>X-Forwarded-For</c> that is not a proxy is
/// the client; <c>X-Forwarded-Proto</c> has its scheme. Without the setting, these headers are ignored because clients can forge them.
/// </summary>
public static class TrustedProxies
{
    private const string Setting = "TRUSTED_PROXIES";
    private const string TrustAllSetting = "FORWARDEDHEADERS_ENABLED";

    /// <summary>Reads the setting.</summary>
    public static void AddTrustedProxies(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Flag(TrustAllSetting, false)) settings.Problems.Add("ASPNETCORE_" + TrustAllSetting, "would trust every client. List the proxies in TRUSTED_PROXIES instead.");
        builder.Services.AddSingleton(new ProxyList([.. settings.List(Setting).SelectMany(text => Read(text, settings.Problems))]));
    }

    /// <summary>Replaces the proxy's address with the client's. Must come first.</summary>
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
            // Follows any number of trusted proxies; the server bounds the header.
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
        problems.Add(Setting, $"\"{text}\" is not an address or a network (for example 10.0.0.0/8).");
        return [];
    }
}

/// <summary>The networks of <c>TRUSTED_PROXIES</c>.</summary>
internal sealed record ProxyList(ImmutableArray<IPNetwork> Networks);
