using Actors.Core.Configuration;
using Actors.Core.Mail;
using Actors.Persistence.Outbox;
using Actors.Persistence;


namespace Actors.Hosting.Mail;

/// <summary>Registers mail.</summary>
public static class MailServices
{
    /// <summary>
    /// <see cref="LetterOutbox"/> for rooms, and what sends: the server of <c>SMTP_HOST</c>, else files in <c>DATA_DIR/outbox</c>. Comes after
    /// <c>AddStorage</c>, whose outbox carries the letters.
    /// </summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, Settings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var options = MailOptions.Read(settings, DataDirectory.Of(configuration));
        services.AddSingleton(options);
        services.AddSingleton(options.Line);
        services.AddSingleton<IMailer>(options.Server is { } server ? new SmtpMailer(server, options.From) : new FileMailer(options.Folder, options.From));
        services.AddSingleton<LetterOutbox>();
        return services.AddOutboxHandler<LetterHandler>();
    }
}
