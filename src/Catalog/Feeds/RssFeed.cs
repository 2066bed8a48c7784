using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using Actors.Catalog.Events;
using Microsoft.AspNetCore.Http;

namespace Actors.Catalog.Feeds;

/// <summary>Events as an RSS 2.0 feed.</summary>
internal static class RssFeed
{
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private static readonly XmlWriterSettings s_settings = new() { Encoding = new UTF8Encoding(false), Indent = true };

    /// <summary>Writes the feed.</summary>
    /// <param name="events">The events, newest first.</param>
    /// <param name="request">The request, whose address the feed names.</param>
    public static ReadOnlyMemory<byte> Write(IEnumerable<EventState> events, HttpRequest request)
    {
        using var file = new MemoryStream();
        using (var xml = XmlWriter.Create(file, s_settings))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteStartElement("channel");
            xml.WriteElementString("title", "Events");
            xml.WriteElementString("link", $"{request.Scheme}://{request.Host.ToUriComponent()}/catalog/events");
            xml.WriteElementString("description", "Events of the catalogue");
            foreach (var e in events) WriteItem(xml, e);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        return file.ToArray();
    }

    private static void WriteItem(XmlWriter xml, EventState e)
    {
        xml.WriteStartElement("item");
        xml.WriteElementString("title", Clean(e.Title));
        if (FeedLink.Of(e) is { } link) xml.WriteElementString("link", link);
        xml.WriteElementString("description", Html(Clean($"{e.DatePreview.Text}, {e.Place}. {e.Description}")));
        xml.WriteElementString("category", Clean(e.EventType));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(e.Uuid.ToString());
        xml.WriteEndElement();
        xml.WriteElementString("pubDate", e.CreatedAt.UtcDateTime.ToString("r", CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }

    // A description in RSS 2.0 is HTML. Encoding it shows the text with its line breaks and disables tags.
    private static string Html(string text) =>
        WebUtility.HtmlEncode(text.ReplaceLineEndings("\n")).Replace("\n", "<br>", StringComparison.Ordinal);

    // Removes characters that XML does not allow.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)) clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
