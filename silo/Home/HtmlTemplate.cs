using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Actors.Silo.Home;

/// <summary>
/// An HTML page with places for values, <c>{{name}}</c>, and sections that are written once for each of their values,
/// <c>&lt;!--each name--&gt;…&lt;!--end name--&gt;</c>. A value is text and never HTML.
/// </summary>
internal sealed partial class HtmlTemplate(string html)
{
    /// <summary>Reads a page of this program.</summary>
    public static HtmlTemplate Load(string name)
    {
        using var stream = typeof(HtmlTemplate).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("No such page in the program.", name);
        using var reader = new StreamReader(stream);
        return new HtmlTemplate(reader.ReadToEnd());
    }

    /// <summary>The source expression by which a Content-Security-Policy admits the page's own style and no other.</summary>
    public string StyleSource()
    {
        var style = Style().Match(html).Groups["text"].Value;
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";
    }

    /// <summary>Writes the page with these values.</summary>
    public string Render(HtmlValues values) => Render(html, values);

    // One pass: what a value holds is not looked at again.
    private static string Render(string text, HtmlValues values) => Places().Replace(text, place => place.Groups["value"] is { Success: true } value
        ? WebUtility.HtmlEncode(values.Texts[value.Value])
        : string.Concat(values.Sections[place.Groups["section"].Value].Select(each => Render(place.Groups["body"].Value, each))));

    [GeneratedRegex(@"\{\{(?<value>\w+)\}\}|<!--each (?<section>\w+)-->(?<body>.*?)<!--end \k<section>-->", RegexOptions.Singleline)]
    private static partial Regex Places();

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
