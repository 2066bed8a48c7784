namespace Actors.Core.Configuration;

/// <summary>
/// The public URL of the program: the base of links in letters and payments. It comes from the settings, never from the <c>Host</c> header, which a
/// client can forge.
/// </summary>
public sealed record PublicUrl
{
    /// <summary>The name of the setting.</summary>
    public const string Name = "PUBLIC_URL";

    /// <summary>Creates a public URL; it may contain a base path.</summary>
    public PublicUrl(Uri root)
    {
        ArgumentNullException.ThrowIfNull(root);
        Root = new Uri(root.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
    }

    /// <summary>The base URL, with a trailing slash.</summary>
    public Uri Root { get; }

    /// <summary>Reads the setting; null when it is not set, or not valid and reported as a problem.</summary>
    public static PublicUrl? Read(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Url(Name) is not { } url) return null;
        if (url is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0, Host.Length: > 0 }) return new PublicUrl(url);
        settings.Problems.Add(Name, "must be a URL without user, query or fragment.");
        return null;
    }

    /// <summary>Adds a problem if the setting is missing in Production: links to a local listener do not work on other machines.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="isProduction">True in Production; other environments may link to the first listener.</param>
    /// <param name="because">The setting that needs it, for example <c>SMTP_HOST</c>.</param>
    public static void Require(Settings settings, bool isProduction, string because)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (isProduction && settings.Text(Name) is null) settings.Problems.Add(Name, $"is required in Production when {because} is set: the base of links.");
    }

    /// <summary>The URL of a path below the base, with or without a leading slash.</summary>
    public Uri To(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new Uri(Root.AbsoluteUri + path.TrimStart('/'));
    }
}
