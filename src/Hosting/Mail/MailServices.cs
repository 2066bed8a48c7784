using Actors.Core.Configuration;
using Actors.Core.Mail;
using Actors.Persistence;
using Actors.Persistence.Outbox;

namespace Actors.Hosting.Mail;

/// <summary>Registers mail.</summary>
public static class MailServices
{
    /// <summary>
    /// <see cref="LetterOutbox"/> and <see cref="MailLanguage"/> for modules, and what sends: the server of <c>SMTP_HOST</c>, else files in <c>DATA_DIR/outbox</c>. Comes after
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
        services.AddSingleton<IMailer>(provider => MailerOf(options, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(MailLanguage.Read(settings));
        if (options.Server is not null) PublicUrl.Require(settings, builder.Environment.IsProduction(), "SMTP_HOST");
        services.AddSingleton<LetterOutbox>();
        services.AddOutboxHandler<LetterHandler>();
    }

    private static IMailer MailerOf(MailOptions options, TimeProvider timeProvider) => options.Server is { } server
        ? new SmtpMailer(server, options.From, timeProvider)
        : new FileMailer(options.Folder, options.From, timeProvider);
}
