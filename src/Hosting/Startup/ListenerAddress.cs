namespace Actors.Hosting.Startup;

/// <summary>Addresses as people open them.</summary>
internal static class ListenerAddress
{
    // Hosts that a server may listen on and that no browser can be sent to.
    private static readonly string[] s_every = ["*", "+", "0.0.0.0", "[::]"];

    /// <summary>The address of a listener, without a slash at the end. One that listens on every address of the machine is named as this machine
    /// reaches it, or by the name that the caller knows it by.</summary>
    public static string ToOpen(string listening, string everywhere = "localhost")
    {
        var address = BindingAddress.Parse(listening);
        var host = s_every.Contains(address.Host, StringComparer.Ordinal) ? everywhere : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port).Uri.GetLeftPart(UriPartial.Authority);
    }
}
