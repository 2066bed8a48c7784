namespace Actors.Core.Configuration;

/// <summary>
/// The address under which people reach the program: the base of links in letters and payments. It comes from the settings only; the <c>Host</c>
/// header of a request is whatever its sender likes.
/// </summary>
public sealed record PublicUrl
{
    /// <summary>The setting.</summary>
    public const string Name = "PUBLIC_URL";

    /// <summary>With an address; a path in it is where the program begins.</summary>
    public PublicUrl(Uri root)
    {
        ArgumentNullException.ThrowIfNull(root);
        Root = new Uri(root.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    /// <summary>The base, with a slash at its end.</summary>
    public Uri Root { get; }

    /// <summary>The setting's value; null when it is not set, or not accepted and added to the problems.</summary>
    public static PublicUrl? Read(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Url(Name) is not { } url) return null;
        if (url is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0, Host.Length: > 0 }) return new PublicUrl(url);
        settings.Problems.Add(Name, "must be an address without user, query or fragment.");
        return null;
    }

    /// <summary>Adds a problem in Production when the setting is missing: links to a listener of this machine do not work elsewhere.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="isProduction">Elsewhere the first listener will do.</param>
    /// <param name="because">What needs it, such as <c>SMTP_HOST</c>.</param>
    public static void Require(Settings settings, bool isProduction, string because)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (isProduction && settings.Text(Name) is null) settings.Problems.Add(Name, $"is required in Production when {because} is set: the base of links.");
    }

    /// <summary>The address of a path below the base, whatever the path begins with.</summary>
    public Uri To(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new Uri(Root.AbsoluteUri + path.TrimStart('/'));
    }
}
