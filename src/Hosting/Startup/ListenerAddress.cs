namespace Actors.Hosting.Startup;

/// <summary>Converts addresses of listeners into addresses that a browser can open.</summary>
internal static class ListenerAddress
{
    // Hosts that stand for every address of the machine.
    private static readonly string[] s_wildcards = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>The address without a trailing slash. The host of a listener on every address becomes <paramref name="everywhere"/>.</summary>
    public static string ToOpen(string listening, string everywhere = "localhost")
    {
        var address = BindingAddress.Parse(listening);
        var host = s_wildcards.Contains(address.Host, StringComparer.Ordinal) ? everywhere : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri.GetLeftPart(UriPartial.Authority);
    }
}
