using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Actors.Outbound;
using Actors.Payments.Providers;
using Microsoft.AspNetCore.Http.Extensions;

namespace Actors.Payments.Robokassa;

/// <summary>Payments with Robokassa.</summary>
internal sealed class RobokassaProvider(RobokassaSettings settings, IOutbound outbound) : IPaymentProvider
{
    public const string ProviderName = "robokassa";

    private const string Currency = "RUB";
    private const int MaxAnswer = 64 * 1024;
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(10);

    private readonly RobokassaLink _link = new(settings);
    private readonly RobokassaNotification _notification = new(settings);
    private readonly RobokassaSigner _signer = new(settings.Hash);
    private readonly OutboundPolicy _policy = new("robokassa", MaxAnswer, s_timeout, MaxRedirects: 0, Accept: "text/xml")
    {
        TrustedOrigin = settings.IsCustomUrl ? settings.Url : null,
    };

    public string Name => ProviderName;

    public bool IsTest => settings.IsTest;

    public Task<PaymentStart> StartAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        if (invoice.Currency != Currency) return Task.FromResult(new PaymentStart(null) { Refusal = "Robokassa accepts only RUB" });
        return Task.FromResult(settings.PasswordsOf(invoice.IsTest) is { } passwords
            ? new PaymentStart(_link.Of(invoice, passwords))
            : new PaymentStart(null) { Refusal = "the shop's passwords are not set" });
    }

    public Task<NotificationReading> ReadAsync(PaymentNotification notification, CancellationToken cancellationToken) =>
        Task.FromResult(_notification.ReadResult(notification));

    public NotificationReading ReadReturn(PaymentNotification notification) => _notification.ReadReturn(notification);

    public async Task<ProviderState> AskAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        if (settings.PasswordsOf(invoice.IsTest) is not { } passwords) return new ProviderState(ProviderStateKind.Pending);
        var id = invoice.Id.ToString(CultureInfo.InvariantCulture);
        var query = new QueryBuilder
        {
            { "MerchantLogin", settings.Login }, { "InvoiceID", id }, { "Signature", _signer.Sign([settings.Login, id], passwords.Two) },
        };
        var answer = await outbound.GetAsync(new Uri(settings.Url, "/Merchant/WebService/Service.asmx/OpStateExt" + query.ToQueryString()), _policy, cancellationToken);
        return answer.Ok ? Read(answer.Body) : new ProviderState(ProviderStateKind.Pending, Detail: answer.Failure.ToString());
    }

    /// <summary>Robokassa's documented API has no refunds: an operator returns the money in the shop's account.</summary>
    public Task<RefundResult> RefundAsync(Invoice invoice, string operationId, decimal amount, CancellationToken cancellationToken) =>
        Task.FromResult(RefundResult.ByOperator);

    /// <summary>
    /// Parses the response of OpStateExt. A result other than 0 means an unknown invoice or a bad request, so the order may still be paid. State 100
    /// is paid, 10 expired, 60 returned to the buyer; all others are pending.
    /// </summary>
    internal static ProviderState Read(ReadOnlyMemory<byte> xml)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(xml.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XDocument.Load(reader).Root!;
            if (Find(root, "Result", "Code") != "0") return new ProviderState(ProviderStateKind.Pending, Detail: "unknown");
            var detail = "state " + Find(root, "State", "Code");
            return detail switch
            {
                "state 100" when decimal.TryParse(Find(root, "Info", "OutSum"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) =>
                    new ProviderState(ProviderStateKind.Paid, amount, detail),
                "state 10" or "state 60" => new ProviderState(ProviderStateKind.Failed, Detail: detail),
                _ => new ProviderState(ProviderStateKind.Pending, Detail: detail),
            };
        }
        catch (XmlException)
        {
            return new ProviderState(ProviderStateKind.Pending, Detail: "unreadable");
        }
    }

    private static string? Find(XElement root, string group, string name) =>
        root.Elements().FirstOrDefault(e => e.Name.LocalName == group)?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
}
