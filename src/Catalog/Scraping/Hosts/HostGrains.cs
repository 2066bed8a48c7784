using System.Globalization;

namespace Actors.Catalog.Scraping.Hosts;

/// <summary>Gets the grains of hosts and sites by their keys.</summary>
internal static class HostGrains
{
    public static IHostGrain GetHost(this IGrainFactory grains, Uri url) => grains.GetGrain<IHostGrain>(Authority(url));

    public static IRobotsGrain GetRobots(this IGrainFactory grains, Uri url) => grains.GetGrain<IRobotsGrain>($"{url.Scheme}://{Authority(url)}");

    // Uri already lower-cases the host.
    private static string Authority(Uri url) =>
        string.Create(CultureInfo.InvariantCulture, $"{(url.HostNameType == UriHostNameType.IPv6 ? url.Host : url.IdnHost)}:{url.Port}");
}
