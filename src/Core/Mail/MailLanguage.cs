using Actors.Core.Configuration;

namespace Actors.Core.Mail;

/// <summary>The language of all letters. Every letter has a text in both languages.</summary>
public sealed record MailLanguage
{
    /// <summary>The name of the setting.</summary>
    public const string Name = "MAIL_LANGUAGE";

    /// <summary>Russian, the default.</summary>
    public static readonly MailLanguage Russian = new("ru");

    /// <summary>English.</summary>
    public static readonly MailLanguage English = new("en");

    private MailLanguage(string code) => Code = code;

    /// <summary>The language code (ISO 639-1).</summary>
    public string Code { get; }

    /// <summary>Reads <c>MAIL_LANGUAGE</c>; any value except <c>ru</c> and <c>en</c> is a problem.</summary>
    public static MailLanguage Read(Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        switch (settings.Text(Name))
        {
            case null or "ru":
                return Russian;
            case "en":
                return English;
            default:
                settings.Problems.Add(Name, "is neither ru nor en.");
                return Russian;
        }
    }

    /// <summary>Chooses the text in this language.</summary>
    public T Choose<T>(T russian, T english) => this == English ? english : russian;
}
