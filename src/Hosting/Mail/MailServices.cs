using Actors.Core.Configuration;
using Actors.Core.Mail;
using Actors.Persistence;
using Actors.Persistence.Outbox;


namespace Actors.Hosting.Mail;

/// <summary>Registers mail.</summary>
public static class MailServices
{
    /// <summary>
    /// <see cref="LetterOutbox"/> for modules, and what sends: the server of <c>SMTP_HOST</c>, else files in <c>DATA_DIR/outbox</c>. Comes after
    /// <c>AddStorage</c>, whose outbox carries the letters.
    /// </summary>
    public static void AddMail(this IHostApplicationBuilder builder, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(settings);
        var services = builder.Services;
        var options = MailOptions.Read(settings, DataDirectory.Of(builder.Configuration));
        services.AddSingleton(options);
        services.AddSingleton(options.Line);
        services.AddSingleton<IMailer>(options.Server is { } server ? new SmtpMailer(server, options.From) : new FileMailer(options.Folder, options.From));
        services.AddSingleton<LetterOutbox>();
        services.AddOutboxHandler<LetterHandler>();
    }
}
