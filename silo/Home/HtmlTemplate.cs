using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Actors.Silo.Home;

/// <summary>
/// An HTML template with placeholders, <c>{{name}}</c>, and sections that are repeated for each of their values, <c>&lt;!--each name--&gt;…&lt;!--end
/// name--&gt;</c>. Values are encoded as text.
/// </summary>
internal sealed partial class HtmlTemplate(string html)
{
    /// <summary>Loads an embedded page.</summary>
    public static HtmlTemplate Load(string name)
    {
        using var stream = typeof(HtmlTemplate).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException("The program contains no such page.", name);
        using var reader = new StreamReader(stream);
        return new HtmlTemplate(reader.ReadToEnd());
    }

    /// <summary>The Content-Security-Policy source expression that allows only the page's own style.</summary>
    public string StyleSource()
    {
        var style = Style().Match(html).Groups["text"].Value;
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'";
    }

    /// <summary>Renders the page.</summary>
    public string Render(HtmlValues values) => Render(html, values);

    // One pass: placeholders in values are not replaced.
    private static string Render(string text, HtmlValues values) => Placeholders().Replace(text, match => match.Groups["value"] is { Success: true } value
        ? WebUtility.HtmlEncode(values.Texts[value.Value])
        : string.Concat(values.Sections[match.Groups["section"].Value].Select(item => Render(match.Groups["body"].Value, item))));

    [GeneratedRegex(@"\{\{(?<value>\w+)\}\}|<!--each (?<section>\w+)-->(?<body>.*?)<!--end \k<section>-->", RegexOptions.Singleline)]
    private static partial Regex Placeholders();

    [GeneratedRegex("<style>(?<text>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
