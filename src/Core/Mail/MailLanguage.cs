using Actors.Core.Configuration;

namespace Actors.Core.Mail;

/// <summary>The language of every letter of this program. Each letter is written in both languages; this chooses one.</summary>
public sealed record MailLanguage
{
    /// <summary>The setting.</summary>
    public const string Name = "MAIL_LANGUAGE";

    /// <summary>Russian, when nothing is set.</summary>
    public static readonly MailLanguage Russian = new("ru");

    /// <summary>English.</summary>
    public static readonly MailLanguage English = new("en");

    private MailLanguage(string code) => Code = code;

    /// <summary>Its code (ISO 639-1).</summary>
    public string Code { get; }

    /// <summary>Reads <c>MAIL_LANGUAGE</c>; anything but <c>ru</c> and <c>en</c> is a problem.</summary>
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

    /// <summary>The words in this language.</summary>
    public T Choose<T>(T russian, T english) => this == English ? english : russian;
}
